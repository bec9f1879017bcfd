import type { CommandOutcome, Deed, StandingRecord } from '@cchc/domain/fieldwork/commands-contract.ts'
import { getVisit, type VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { add, filesNeeded, newOutbox, type Outbox, takeIn, unsentCounts } from '@cchc/domain/fieldwork/outbox.ts'
import { type Decision, decide } from '@cchc/domain/fieldwork/outbox-decision.ts'
import { load, readOutbox, writeOutbox } from '@cchc/domain/fieldwork/outbox-file.ts'
import { liveQuery } from 'dexie'
import { addressOf } from '../api.ts'
import { newId } from '../new-id.ts'
import { Refusal } from '../refusal.ts'
import { noteKeeping } from './kept-here.ts'
import { storeProblem } from './storage-room.ts'
import { type DeviceStore, deviceStore, type KeptOutbox } from './store.ts'
import { withStanding } from './with-unsent.ts'

/** One person at one visit. */
export interface Place {
  readonly personId: string
  readonly inspectionId: string
  readonly unitName: string
}

/** The device's own id, made when something is first written on it. */
async function deviceId(store: DeviceStore): Promise<string> {
  const known = await store.device.get('id')
  if (known) return known.value
  const value = newId()
  await store.device.put({ name: 'id', value })
  return value
}

/** What a person has unsent at a visit; null where nothing was ever kept. */
export async function outboxOf(
  personId: string,
  inspectionId: string,
  store: DeviceStore = deviceStore(),
): Promise<Outbox | null> {
  const row = await store.outboxes.get([personId, inspectionId])
  return row ? readOutbox(row.outbox) : null
}

/**
 * Changes an outbox in one transaction, so that two pages of one device never write over each other. Throws a `Refusal` with
 * the sentence to show where the device cannot keep it; what it kept before is untouched then.
 */
export async function changeOutbox(
  place: Place,
  act: (outbox: Outbox) => Outbox,
  sentAt: string | null,
  store: DeviceStore,
): Promise<Outbox> {
  const { personId, inspectionId, unitName } = place
  try {
    return await store.transaction('rw', store.outboxes, store.device, async () => {
      const row = await store.outboxes.get([personId, inspectionId])
      const before = row
        ? readOutbox(row.outbox)
        : newOutbox({ inspectionId, personId, deviceId: await deviceId(store) })
      // Never begun anew over something that this version cannot read.
      if (!before)
        throw new Refusal(0, 'not-readable', 'Phần chưa gửi trên máy này do bản phần mềm khác ghi. Hãy tải lại trang.')
      const after = act(before)
      const kept: KeptOutbox = {
        personId,
        inspectionId,
        unitName,
        outbox: writeOutbox(after),
        sentAt: sentAt ?? row?.sentAt ?? null,
      }
      if (after !== before || sentAt) await store.outboxes.put(kept)
      return after
    })
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(0, 'not-stored', storeProblem(error))
  }
}

/** Writes down what was just done. `base` is the revision on screen, null where the record is new. Gives the command's id too. */
export async function keepDeed(
  place: Place,
  deed: Deed,
  base: number | null,
  now = new Date(),
  store: DeviceStore = deviceStore(),
): Promise<{ commandId: string; outbox: Outbox }> {
  const commandId = newId()
  const outbox = await changeOutbox(
    place,
    (before) => add(before, deed, { commandId, madeAt: now.toISOString(), base }),
    null,
    store,
  )
  noteKeeping(place.personId, true)
  return { commandId, outbox }
}

/** Takes in what the server answered, and in the same transaction what the kept visit shows of it. */
export function keepOutcomes(
  place: Place,
  outcomes: readonly CommandOutcome[],
  now = new Date(),
  store: DeviceStore = deviceStore(),
): Promise<Outbox> {
  const isTaken = outcomes.some(({ outcome }) => outcome !== 'waiting')
  return store.transaction('rw', store.outboxes, store.device, store.answers, async () => {
    const records = new Map<string, StandingRecord>()
    const after = await changeOutbox(
      place,
      (before) => {
        for (const outcome of outcomes) {
          const command = before.queue.find(({ commandId }) => commandId === outcome.commandId)
          if (command && outcome.outcome === 'done') records.set(command.record, outcome.record)
        }
        return takeIn(before, outcomes)
      },
      isTaken ? now.toISOString() : null,
      store,
    )
    const key: [string, string] = [place.personId, addressOf(getVisit.path, { inspectionId: place.inspectionId })]
    const kept = records.size > 0 ? await store.answers.get(key) : undefined
    if (kept) {
      const stands = (view: VisitView, [record, standing]: [string, StandingRecord]) =>
        withStanding(view, record, standing)
      await store.answers.put({ ...kept, answer: [...records].reduce(stands, kept.answer as VisitView) })
    }
    return after
  })
}

/** Keeps what a person decided about a stopped command. */
export async function keepDecision(
  place: Place,
  stopped: string,
  decision: Decision,
  now = new Date(),
  store: DeviceStore = deviceStore(),
): Promise<{ commandId: string; outbox: Outbox }> {
  const made = { commandId: newId(), madeAt: now.toISOString(), findingId: newId() }
  const outbox = await changeOutbox(place, (before) => decide(before, stopped, decision, made), null, store)
  return { commandId: made.commandId, outbox }
}

/** Adds what a file of the same person brings of the same visit; gives how many commands were new here. */
export async function keepFile(place: Place, file: Outbox, store: DeviceStore = deviceStore()): Promise<number> {
  let added = 0
  await changeOutbox(
    place,
    (before) => {
      const loaded = load(before, file)
      added = loaded.added
      return loaded.outbox
    },
    null,
    store,
  )
  noteKeeping(place.personId, true)
  return added
}

/** What the badge says of everything a person has on this device. */
export interface Unsent {
  readonly unsent: number
  /** Photos that the server does not have yet, and what is left of them to send, in bytes. */
  readonly photos: number
  readonly photoBytes: number
  /** Records that wait for a person: two versions, or a refusal. */
  readonly stopped: number
  readonly sentAt: string | null
  readonly places: readonly UnsentPlace[]
}

export type UnsentPlace = Place & Pick<Unsent, 'unsent' | 'stopped' | 'photos' | 'photoBytes'>

export async function unsentOf(personId: string, store: DeviceStore = deviceStore()): Promise<Unsent> {
  const rows = await store.outboxes.where({ personId }).toArray()
  const files = (await store.files.where({ personId }).toArray()).filter(({ isUp }) => !isUp)
  const places = rows.map(({ inspectionId, unitName, outbox }) => {
    const read = readOutbox(outbox)
    const needed = new Set(read ? filesNeeded(read) : [])
    const here = files.filter((file) => file.inspectionId === inspectionId && needed.has(file.sha256))
    const photoBytes = here.reduce((sum, { size, sent }) => sum + size - sent, 0)
    const counts = read ? unsentCounts(read) : { unsent: 1, stopped: 1 }
    return { personId, inspectionId, unitName, ...counts, photos: here.length, photoBytes }
  })
  const sum = (count: (place: UnsentPlace) => number) => places.reduce((total, place) => total + count(place), 0)
  return {
    unsent: sum((place) => place.unsent),
    stopped: sum((place) => place.stopped),
    photos: sum((place) => place.photos),
    photoBytes: sum((place) => place.photoBytes),
    sentAt: rows.reduce<string | null>((last, { sentAt }) => (sentAt && sentAt > (last ?? '') ? sentAt : last), null),
    places: places.filter(({ unsent }) => unsent > 0),
  }
}

/** Tells what is unsent now and whenever any page of this browser changes it; gives the way to stop. */
export function followUnsent(personId: string, told: (unsent: Unsent) => void): () => void {
  const following = liveQuery(() => unsentOf(personId)).subscribe({ next: told, error: () => undefined })
  return () => following.unsubscribe()
}
