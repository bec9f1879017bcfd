import { type CommandOutcome, sendCommands } from '@cchc/domain/fieldwork/commands-contract.ts'
import { type Batch, filesFirst, nextBatch, type Outbox } from '@cchc/domain/fieldwork/outbox.ts'
import { listVisitFiles } from '@cchc/domain/fieldwork/site-contract.ts'
import { call } from '../api.ts'
import { Refusal } from '../refusal.ts'
import { dropUnneeded, filesOf, noteFile } from './file-store.ts'
import { keepOutcomes, outboxOf, type Place, unsentOf } from './outbox-store.ts'
import { type Ask, sendFile } from './send-file.ts'
import { type DeviceStore, deviceStore } from './store.ts'

export type Post = (inspectionId: string, batch: Batch) => Promise<readonly CommandOutcome[]>

const post: Post = async (inspectionId, { deviceId, commands }) => {
  const reply = await call(sendCommands, { params: { inspectionId }, body: { deviceId, commands: [...commands] } })
  return reply.outcomes
}

/** How files travel: which of a visit have come, and how the rest is asked for. */
export interface FileWay {
  readonly filesUp: (inspectionId: string) => Promise<readonly string[]>
  readonly ask: Ask
}

const fileWay: FileWay = {
  filesUp: async (inspectionId) => (await call(listVisitFiles, { params: { inspectionId } })).sha256,
  ask: (path, request) => fetch(path, { ...request, credentials: 'same-origin' }),
}

/** Told of every answer, wherever it was asked from: pages show the records that came with it. */
export const outcomeListeners = new Set<(place: Place, outcomes: readonly CommandOutcome[], outbox: Outbox) => void>()

/** Lets one page of this browser send at a time. Over plain http there are no locks, and the server takes a replay without harm. */
function alone<T>(name: string, act: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator ?? {}
  return locks ? (locks.request(name, act) as Promise<T>) : act()
}

/** Does it unless another page of this browser is at it already. */
function unlessBusy(name: string, act: () => Promise<void>): Promise<void> {
  const { locks } = globalThis.navigator ?? {}
  if (!locks) return act()
  return locks.request(name, { ifAvailable: true }, (lock) => (lock ? act() : undefined)) as Promise<void>
}

/**
 * Sends everything that waits of one visit, batch by batch; what needs a file that has not come is left for `sendFiles`. What the
 * server never answered stays as it is and is sent again under the same ids. Throws when nobody answered.
 */
export function sendVisit(place: Place, send: Post = post, store: DeviceStore = deviceStore()): Promise<void> {
  return alone(`cchc.send.${place.personId}.${place.inspectionId}`, async () => {
    const waiting = new Set<string>()
    for (;;) {
      const outbox = await outboxOf(place.personId, place.inspectionId, store)
      const batch = outbox && nextBatch(outbox, await settledFiles(place, store), waiting)
      if (!batch) return
      const outcomes = await send(place.inspectionId, batch)
      for (const { outcome, commandId } of outcomes) if (outcome === 'waiting') waiting.add(commandId)
      const after = await keepOutcomes(place, outcomes, new Date(), store)
      for (const listener of outcomeListeners) listener(place, outcomes, after)
      // A server that forgets to answer a command must not be asked for ever.
      const answered = new Set(outcomes.map(({ commandId }) => commandId))
      for (const { commandId } of batch.commands) if (!answered.has(commandId)) waiting.add(commandId)
    }
  })
}

/** Files that have come, and those that the server does not take: what needs these is sent too, so that its answer is shown. */
async function settledFiles(place: Place, store: DeviceStore): Promise<Set<string>> {
  const files = await filesOf(place, store)
  return new Set(files.filter(({ isUp, problem }) => isUp || problem !== null).map(({ sha256 }) => sha256))
}

/**
 * Sends the files that commands of a visit wait for, in the order of these, and after each what waited for it. What the server
 * has by its hash is not sent again, whoever sent it. Throws when nobody answers; the bytes that have come stay there.
 */
export function sendFiles(
  place: Place,
  send: Post = post,
  way: FileWay = fileWay,
  store: DeviceStore = deviceStore(),
): Promise<void> {
  return unlessBusy(`cchc.files.${place.personId}.${place.inspectionId}`, async () => {
    const next = async () => {
      const outbox = await outboxOf(place.personId, place.inspectionId, store)
      const [hash] = outbox ? filesFirst(outbox, new Set([...(await settledFiles(place, store)), ...gone])) : []
      return hash
    }
    /** Not on this device, as after a file was loaded without its photos. */
    const gone = new Set<string>()
    if (!(await next())) return
    const up = new Set(await way.filesUp(place.inspectionId))
    for (let hash = await next(); hash; hash = await next()) {
      const file = await store.files.get([place.personId, place.inspectionId, hash])
      if (up.has(hash)) await noteUp(place, hash, store)
      else if (!file?.blob) gone.add(hash)
      else {
        try {
          await sendFile(way.ask, file, ({ uploadId, sent }) => noteFile(file, { uploadId, sent }, store))
          await noteFile(file, { isUp: true, sent: file.size }, store)
        } catch (error) {
          if (!(error instanceof Refusal) || error.status === 0 || error.status === 401) throw error
          await noteFile(file, { problem: error.sentence, uploadId: null, sent: 0 }, store)
        }
      }
      if (!gone.has(hash)) await sendVisit(place, send, store)
    }
    await dropUnneeded(place, store)
  })
}

async function noteUp({ personId, inspectionId }: Place, sha256: string, store: DeviceStore): Promise<void> {
  const known = await store.files.get([personId, inspectionId, sha256])
  const none = { name: '', size: 0, blob: null, thumb: null, place: '', uploadId: null, sent: 0, problem: null }
  await store.files.put({ ...none, ...known, personId, inspectionId, sha256, isUp: true, sent: known?.size ?? 0 })
}

/** Sends what a person has unsent of every visit, its words before its photos; gives the sentence why it could not, or null. */
export async function sendAll(
  personId: string,
  send: Post = post,
  store: DeviceStore = deviceStore(),
  way: FileWay = fileWay,
): Promise<string | null> {
  const { places } = await unsentOf(personId, store)
  for (const act of [sendVisit, (place: Place) => sendFiles(place, send, way, store)]) {
    for (const place of places) {
      try {
        await act(place, send, store)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        // Nobody answers: the other visits need not try.
        if (error.status === 0 || error.status === 401) return error.sentence
      }
    }
  }
  return null
}
