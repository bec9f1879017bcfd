import { type CommandOutcome, Deed, revisionOf, type StandingRecord } from '@cchc/domain/fieldwork/commands-contract.ts'
import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { chainFrom, lastOf, type Outbox, type OutboxCommand, type Stop } from '@cchc/domain/fieldwork/outbox.ts'
import { liveQuery } from 'dexie'
import { keepDecision, keepDeed, outboxOf, type Place } from '../platform/offline/outbox-store.ts'
import { outcomeListeners, sendFiles, sendVisit } from '../platform/offline/send-outbox.ts'
import { deviceStore } from '../platform/offline/store.ts'
import { standingIn, startableHere, type Writer, withCommand, withUnsent } from '../platform/offline/with-unsent.ts'
import { queries } from '../platform/queries.ts'
import { isReachable } from '../platform/reachable.ts'
import { Refusal } from '../platform/refusal.ts'
import { sessionQuery } from '../platform/session.ts'
import { Stopped } from './carry.ts'
import { visitKey } from './visit-key.ts'

/** How long a save waits for the server's word before it is shown as kept on the device, in milliseconds. */
const patience = 4_000

/** The visit as this device shows it: the server's or the kept one, with what is unsent on it. */
export async function shownHere(view: VisitView): Promise<VisitView> {
  const session = queries.getQueryData(sessionQuery.queryKey)
  const viewer = session?.viewer
  if (!session || !viewer) return view
  const outbox = await outboxOf(viewer.personId, view.inspectionId).catch(() => null)
  const shown = outbox ? withUnsent(view, outbox, viewer) : view
  return isReachable() ? shown : startableHere(shown, viewer, session.today)
}

/** Whether a person has taken this visit along, or has something unsent of it here. */
export async function isCarried({ personId, inspectionId }: Place): Promise<boolean> {
  const store = deviceStore()
  const [pack, outbox] = await Promise.all([
    store.packs.get([personId, inspectionId]),
    store.outboxes.get([personId, inspectionId]),
  ])
  return pack !== undefined || outbox !== undefined
}

/** `Carry` for one visit and writer. */
export async function keepAndSend(
  place: Place,
  writer: Writer,
  deed: Deed,
  base: number | null,
): Promise<StandingRecord | null> {
  if (!(await isCarried(place))) return null
  const { commandId, outbox } = await keep(place, deed, base)
  const command = outbox.queue.find((one) => one.commandId === commandId)
  const key = visitKey(place.inspectionId)
  if (command) queries.setQueryData<VisitView>(key, (view) => view && withCommand(view, command, writer))
  const answer = isReachable() ? await answerTo(place, commandId) : null
  if (answer?.outcome === 'done') return answer.record
  if (answer?.outcome === 'refused') throw new Refusal(422, answer.code, answer.sentence)
  if (answer?.outcome === 'clash') {
    if (command && (await settleSame(place, answer, command))) return answer.theirs
    throw new Stopped(answer)
  }
  const view = queries.getQueryData<VisitView>(key)
  return view ? standingIn(view, deed.record) : null
}

/** Adds the deed; where the record is stopped it is the person's decision, if they have seen what stands there. */
async function keep(place: Place, deed: Deed, base: number | null): Promise<{ commandId: string; outbox: Outbox }> {
  const before = await outboxOf(place.personId, place.inspectionId)
  const stop = before && stopOf(before, deed.record)
  if (!before || !stop) return keepDeed(place, deed, base)
  if (stop.outcome === 'clash' && base !== revisionOf(stop.theirs)) throw new Stopped(stop)
  if (deed.kind !== 'remove-finding' && lastOf(before, deed.record)?.kind !== 'remove-finding')
    return keepDecision(place, stop.commandId, { choose: 'mine', payload: deed.payload })
  await keepDecision(place, stop.commandId, { choose: 'theirs' })
  return keepDeed(place, deed, base)
}

/** What stops a record, if anything does. */
function stopOf(outbox: Outbox, record: string): Stop | null {
  const command = outbox.queue.find((one) => one.record === record && one.commandId in outbox.stops)
  return command ? outbox.stops[command.commandId]! : null
}

/** Sends, and gives what this command was answered; null where no answer has come in time. */
function answerTo(place: Place, commandId: string): Promise<CommandOutcome | null> {
  return new Promise((resolve) => {
    const end = (answer: CommandOutcome | null) => {
      clearTimeout(timer)
      outcomeListeners.delete(listen)
      resolve(answer)
    }
    const listen = (_: Place, outcomes: readonly CommandOutcome[]) => {
      const answer = outcomes.find((outcome) => outcome.commandId === commandId)
      if (answer) end(answer)
    }
    const timer = setTimeout(() => end(null), patience)
    outcomeListeners.add(listen)
    sendVisit(place).then(
      () => end(null),
      () => end(null),
    )
  })
}

/** Ends a clash by itself where both wrote the very same; says whether they did. */
async function settleSame(place: Place, stop: Stop, mine: OutboxCommand): Promise<boolean> {
  if (stop.outcome !== 'clash' || !isSame(stop.theirs, mine)) return false
  await keepDecision(place, stop.commandId, { choose: 'theirs' })
  return true
}

function isSame(theirs: StandingRecord, command: OutboxCommand): boolean {
  const deed = Deed.safeParse(command).data
  if (!deed) return false
  const same = (standing: object | null) =>
    standing !== null &&
    Object.entries(deed.payload).every(
      ([name, value]) => JSON.stringify((standing as Record<string, unknown>)[name]) === JSON.stringify(value),
    )
  if (deed.kind === 'remove-finding') return theirs.of === 'finding' && theirs.finding === null
  if (deed.kind === 'remove-site-record') return theirs.of === 'site' && theirs.site === null
  if (theirs.of === 'site') return same(theirs.site?.content ?? null)
  if (theirs.of === 'finding') return same(theirs.finding)
  if (theirs.of === 'figure') return same(theirs.figure)
  return theirs.of === 'attendance' ? same(theirs) : same(theirs.session)
}

/** The other's version stays: what was written here is put aside. */
export async function keepTheirs(place: Place, record: string): Promise<void> {
  const outbox = await outboxOf(place.personId, place.inspectionId)
  const stop = outbox && stopOf(outbox, record)
  if (stop) await keepDecision(place, stop.commandId, { choose: 'theirs' })
}

/** Tries once more what was refused about a record. */
export async function tryAgain(place: Place, record: string): Promise<void> {
  const outbox = await outboxOf(place.personId, place.inspectionId)
  const stop = outbox && stopOf(outbox, record)
  if (stop) await keepDecision(place, stop.commandId, { choose: 'mine' })
  await sendVisit(place)
}

/** Sends what is unsent of a visit; gives how much is unsent still. Throws when nobody answers. */
export async function sendKept(place: Place): Promise<number> {
  await sendVisit(place)
  await sendFiles(place)
  return (await outboxOf(place.personId, place.inspectionId))?.queue.length ?? 0
}

/** Tells of the outbox now and whenever it changes, and has the visit asked for again after every answer. */
export function followVisit(place: Place, told: (outbox: Outbox) => void): () => void {
  const answered = ({ inspectionId }: Place) => {
    if (inspectionId === place.inspectionId) void queries.invalidateQueries({ queryKey: visitKey(inspectionId) })
  }
  outcomeListeners.add(answered)
  const following = liveQuery(() => outboxOf(place.personId, place.inspectionId)).subscribe({
    next: (outbox) => {
      if (!outbox) return
      told(outbox)
      for (const stop of Object.values(outbox.stops)) {
        const mine = chainFrom(outbox, stop.commandId).at(-1)
        if (mine) void settleSame(place, stop, mine)
      }
    },
    error: () => undefined,
  })
  return () => {
    outcomeListeners.delete(answered)
    following.unsubscribe()
  }
}
