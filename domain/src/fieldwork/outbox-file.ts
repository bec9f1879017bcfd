import { isKnown, Outbox, type OutboxCommand, takeBack } from './outbox.ts'

/** The outbox as text, for the device's store and for a file that is carried to another device. */
export function writeOutbox(outbox: Outbox): string {
  return JSON.stringify(outbox)
}

/** Reads what `writeOutbox` wrote; null when it is nothing of the kind. */
export function readOutbox(text: string): Outbox | null {
  try {
    return (Outbox.safeParse(JSON.parse(text)).data as Outbox | undefined) ?? null
  } catch {
    return null
  }
}

/** How many commands came in, or why none may: what is sent is signed by whoever sends it. */
export type Loaded =
  | { readonly outbox: Outbox; readonly added: number; readonly problem: null }
  | { readonly outbox: Outbox; readonly added: 0; readonly problem: 'other-inspection' | 'other-person' }

/**
 * Adds what another device (or this one, earlier) had not sent. Its commands keep their ids and their device; those known here
 * already are not added again, so loading a file twice changes nothing. What stands is not taken from a file: its text has not
 * been on this screen, so whatever is written here over it must clash.
 */
export function load(outbox: Outbox, file: Outbox): Loaded {
  if (file.inspectionId !== outbox.inspectionId) return { outbox, added: 0, problem: 'other-inspection' }
  if (file.personId !== outbox.personId) return { outbox, added: 0, problem: 'other-person' }
  const removalOf = (command: OutboxCommand) =>
    outbox.queue.find(({ kind, record }) => kind === 'remove-site-record' && record === command.record)
  const fresh = file.queue.filter(({ commandId }) => !isKnown(outbox, commandId))
  const added = fresh.filter((command) => !removalOf(command))
  // What was removed here comes too late to be recorded.
  const late = fresh.filter((command) => removalOf(command))
  const queue = [...outbox.queue, ...added]
  const queued = new Set(queue.map(({ commandId }) => commandId))
  const isHere = (id: string) => queued.has(id)
  const asideHere = new Set(outbox.aside.map(({ command }) => command.commandId))
  const known = new Set([...asideHere, ...outbox.settled])
  const aside = [
    ...outbox.aside,
    ...late.map((command) => takeBack(command, removalOf(command)!.commandId)),
    ...file.aside.filter(({ command: { commandId: id } }) => !isHere(id) && !known.has(id)),
  ]
  // What was taken back here stays taken back, though the other device had sent it: its removal follows it.
  const settled = [...new Set([...outbox.settled, ...file.settled.filter((id) => !isHere(id) && !asideHere.has(id))])]
  const stops = { ...outbox.stops }
  for (const [id, stop] of Object.entries(file.stops)) if (isHere(id)) stops[id] ??= stop
  // What builds on a command that was put aside here can never be done: it is shown to a person with the same answer.
  for (const { commandId, after } of added) {
    const parent = aside.find(({ command }) => command.commandId === after)
    if (parent && !isHere(after!)) stops[commandId] ??= { ...parent.outcome, commandId }
  }
  const orders = queue.filter(({ deviceId }) => deviceId === outbox.deviceId).map(({ order }) => order)
  const lastOrder = Math.max(
    outbox.lastOrder,
    ...(file.deviceId === outbox.deviceId ? [file.lastOrder] : []),
    ...orders,
  )
  return { outbox: { ...outbox, queue, aside, settled, stops, lastOrder }, added: added.length, problem: null }
}
