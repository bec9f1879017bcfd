import { z } from 'zod'
import { Id, Revision } from '../shapes.ts'
import { CommandOutcome, type Deed, mostCommandsAtOnce, RecordKey, SentCommand } from './commands-contract.ts'

/** A command and the device that made it; one that came by file keeps the device it was made on. */
export const OutboxCommand = SentCommand.extend({ deviceId: Id })
export type OutboxCommand = z.infer<typeof OutboxCommand>

/** The answer that stopped a command: a clash or a refusal. */
export const Stop = CommandOutcome.refine(({ outcome }) => outcome === 'clash' || outcome === 'refused')
export type Stop = Extract<CommandOutcome, { outcome: 'clash' | 'refused' }>

/**
 * A command that will not be sent any more, kept with why: a person chose what stands, another command took its place, or whoever
 * made it took it back. What was taken back may have come to the server all the same; its removal goes there too.
 */
export const PutAside = z.object({
  command: OutboxCommand,
  why: z.enum(['theirs', 'copied', 'replaced', 'taken-back']),
  /** The command that took its place. */
  by: Id.nullable(),
  outcome: Stop,
})
export type PutAside = Omit<z.infer<typeof PutAside>, 'outcome'> & { outcome: Stop }

/**
 * What one person's device has done at one visit and the server has not confirmed. Plain data, kept whole after every change.
 * Nothing leaves `queue` but what the server has (its id goes to `settled`) and what a person decided about (it goes to `aside`).
 */
export const Outbox = z.object({
  version: z.literal(1),
  inspectionId: Id,
  personId: Id,
  deviceId: Id,
  /** The last order this device gave. */
  lastOrder: z.number().int().min(0),
  queue: z.array(OutboxCommand),
  /** By command: what stopped it and all that builds on it. */
  stops: z.record(Id, Stop),
  /** By record: the newest revision that came of a command of this outbox. */
  stands: z.record(RecordKey, Revision),
  settled: z.array(Id),
  aside: z.array(PutAside),
})
export type Outbox = Omit<z.infer<typeof Outbox>, 'stops' | 'aside'> & {
  stops: Readonly<Record<string, Stop>>
  aside: readonly PutAside[]
}

export function newOutbox(of: Pick<Outbox, 'inspectionId' | 'personId' | 'deviceId'>): Outbox {
  return { version: 1, ...of, lastOrder: 0, queue: [], stops: {}, stands: {}, settled: [], aside: [] }
}

/** What only the device can say of a new command: its id, its clock, the revision on screen and the files it needs. */
export interface Made {
  readonly commandId: string
  readonly madeAt: string
  /** The revision that the writer saw; null where the record was new. */
  readonly base: number | null
  readonly needs?: readonly string[]
}

/**
 * Adds what somebody has just done. It builds on the last command about the same record that is still here, else on the newest
 * revision that the device knows. Adding the same id again changes nothing.
 */
export function add(outbox: Outbox, deed: Deed, made: Made): Outbox {
  if (isKnown(outbox, made.commandId)) return outbox
  const before = outbox.queue.findLast(({ record }) => record === deed.record)
  return append(outbox, { ...deed, ...made, after: before?.commandId ?? null })
}

/** A command set aside because its record is removed by another that waits here. */
export function takeBack(command: OutboxCommand, by: string): PutAside {
  return { command, why: 'taken-back', by, outcome: { ...takenBack, commandId: command.commandId } }
}

const takenBack = { outcome: 'refused', code: 'taken-back', sentence: 'Người ghi đã bỏ trên thiết bị.' } as const

/**
 * Removes something recorded on site. What of it waits is taken back, so that its file is not sent for nothing; the removal goes
 * to the server in any case and is final there, whichever comes first.
 */
export function removeFromSite(outbox: Outbox, recordId: string, made: Omit<Made, 'base' | 'needs'>): Outbox {
  if (isKnown(outbox, made.commandId)) return outbox
  const record = `site:${recordId}`
  const back = outbox.queue.filter((command) => command.record === record)
  if (back.some(({ kind }) => kind === 'remove-site-record')) return outbox
  const queue = outbox.queue.filter((command) => command.record !== record)
  const aside = back.map((command) => takeBack(command, made.commandId))
  const ids = new Set(back.map(({ commandId }) => commandId))
  const stops = Object.fromEntries(Object.entries(outbox.stops).filter(([id]) => !ids.has(id)))
  const left = { ...outbox, queue, stops, aside: [...outbox.aside, ...aside] }
  return append(left, { kind: 'remove-site-record', record, payload: {}, ...made, base: null, after: null })
}

/** Puts a command at the end of the queue, with the next order of this device. */
export function append(outbox: Outbox, command: Deed & Made & { after: string | null }): Outbox {
  const { kind, record, payload, commandId, madeAt, after, needs = [] } = command
  const order = outbox.lastOrder + 1
  const base = after ? null : newest(command.base, outbox.stands[record])
  const added = {
    commandId,
    deviceId: outbox.deviceId,
    order,
    madeAt,
    kind,
    record,
    base,
    after,
    needs: [...needs],
    payload,
  }
  return { ...outbox, lastOrder: order, queue: [...outbox.queue, added] }
}

function newest(seen: number | null, known: number | undefined): number | null {
  return known === undefined ? seen : Math.max(seen ?? 0, known)
}

/** Whether this outbox has or had the command. */
export function isKnown({ queue, settled, aside }: Outbox, commandId: string): boolean {
  return (
    queue.some((command) => command.commandId === commandId) ||
    settled.includes(commandId) ||
    aside.some(({ command }) => command.commandId === commandId)
  )
}

/** A command and all in the queue that build on it, in order. */
export function chainFrom({ queue }: Outbox, commandId: string): OutboxCommand[] {
  const ids = new Set([commandId])
  return queue.filter((command) => {
    const isPart = command.commandId === commandId || (command.after !== null && ids.has(command.after))
    if (isPart) ids.add(command.commandId)
    return isPart
  })
}

export interface Batch {
  readonly deviceId: string
  readonly commands: readonly SentCommand[]
}

const none: ReadonlySet<string> = new Set()

/**
 * The next commands to send, all of one device, or null when there is nothing to send now. `filesUp` are the hashes of files
 * that are on the server. `waiting` are ids that were answered `waiting` since this round of sending began: what builds on them
 * is left for the next round, so that a round ends.
 */
export function nextBatch(
  outbox: Outbox,
  filesUp: ReadonlySet<string> = none,
  waiting: ReadonlySet<string> = none,
): Batch | null {
  const held = new Set<string>()
  const inQueue = new Set(outbox.queue.map(({ commandId }) => commandId))
  const taken = new Set<string>()
  const commands: SentCommand[] = []
  let from: string | null = null
  for (const { deviceId, ...command } of outbox.queue) {
    const { commandId, after, needs } = command
    const isStopped = commandId in outbox.stops || waiting.has(commandId)
    const isHeld = isStopped || (after !== null && held.has(after)) || needs.some((hash) => !filesUp.has(hash))
    if (isHeld) held.add(commandId)
    const isNext = after === null || !inQueue.has(after) || taken.has(after)
    if (isHeld || !isNext || (from !== null && from !== deviceId) || commands.length === mostCommandsAtOnce) continue
    from = deviceId
    taken.add(commandId)
    commands.push(command)
  }
  return from === null ? null : { deviceId: from, commands }
}

/** The hashes of the files to send before the commands that need them, in the order of the commands; not for stopped ones. */
export function filesFirst(outbox: Outbox, filesUp: ReadonlySet<string> = none): string[] {
  const stopped = new Set(Object.keys(outbox.stops).flatMap((id) => chainFrom(outbox, id).map((c) => c.commandId)))
  const needed = outbox.queue.filter(({ commandId }) => !stopped.has(commandId)).flatMap(({ needs }) => needs)
  return [...new Set(needed)].filter((hash) => !filesUp.has(hash))
}

/** Takes in what the server answered; answers that came before, or late, change nothing. */
export function takeIn(outbox: Outbox, outcomes: readonly CommandOutcome[]): Outbox {
  return outcomes.reduce(takeInOne, outbox)
}

function takeInOne(outbox: Outbox, answer: CommandOutcome): Outbox {
  const { commandId } = answer
  const command = outbox.queue.find((one) => one.commandId === commandId)
  if (!command || answer.outcome === 'waiting' || commandId in outbox.stops) return outbox
  if (answer.outcome !== 'done') return { ...outbox, stops: { ...outbox.stops, [commandId]: answer } }
  const { record } = command
  return {
    ...outbox,
    queue: outbox.queue.filter((one) => one !== command),
    settled: [...outbox.settled, commandId],
    stands: { ...outbox.stands, [record]: Math.max(answer.revision, outbox.stands[record] ?? 0) },
  }
}

/** The hashes of all files that commands here need, the stopped ones included: these are kept on the device. */
export function filesNeeded({ queue }: Outbox): string[] {
  return [...new Set(queue.flatMap(({ needs }) => needs))]
}

/** What the badge says: commands that wait for a line, and records that wait for a person. */
export function unsentCounts(outbox: Outbox): { unsent: number; stopped: number } {
  return { unsent: outbox.queue.length, stopped: Object.keys(outbox.stops).length }
}

/** What this device last made of a record and has not had confirmed, for showing it on screen. */
export function lastOf({ queue }: Outbox, record: string): OutboxCommand | undefined {
  return queue.findLast((command) => command.record === record)
}
