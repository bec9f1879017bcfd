import { type CommandOutcome, sendCommands } from '@cchc/domain/fieldwork/commands-contract.ts'
import { type Batch, nextBatch, type Outbox } from '@cchc/domain/fieldwork/outbox.ts'
import { call } from '../api.ts'
import { Refusal } from '../refusal.ts'
import { keepOutcomes, outboxOf, type Place, unsentOf } from './outbox-store.ts'
import { type DeviceStore, deviceStore } from './store.ts'

export type Post = (inspectionId: string, batch: Batch) => Promise<readonly CommandOutcome[]>

const post: Post = async (inspectionId, { deviceId, commands }) => {
  const reply = await call(sendCommands, { params: { inspectionId }, body: { deviceId, commands: [...commands] } })
  return reply.outcomes
}

/** Told of every answer, wherever it was asked from: pages show the records that came with it. */
export const outcomeListeners = new Set<(place: Place, outcomes: readonly CommandOutcome[], outbox: Outbox) => void>()

/** Lets one page of this browser send at a time. Over plain http there are no locks, and the server takes a replay without harm. */
function alone<T>(name: string, act: () => Promise<T>): Promise<T> {
  const { locks } = globalThis.navigator ?? {}
  return locks ? (locks.request(name, act) as Promise<T>) : act()
}

/**
 * Sends everything that waits of one visit, batch by batch. What the server never answered stays as it is and is sent again
 * under the same ids. Throws when nobody answered.
 */
export function sendVisit(place: Place, send: Post = post, store: DeviceStore = deviceStore()): Promise<void> {
  return alone(`cchc.send.${place.personId}.${place.inspectionId}`, async () => {
    const waiting = new Set<string>()
    for (;;) {
      const outbox = await outboxOf(place.personId, place.inspectionId, store)
      const batch = outbox && nextBatch(outbox, undefined, waiting)
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

/** Sends what a person has unsent of every visit; gives the sentence why it could not, or null. */
export async function sendAll(
  personId: string,
  send: Post = post,
  store: DeviceStore = deviceStore(),
): Promise<string | null> {
  for (const place of (await unsentOf(personId, store)).places) {
    try {
      await sendVisit(place, send, store)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      // Nobody answers: the other visits need not try.
      if (error.status === 0 || error.status === 401) return error.sentence
    }
  }
  return null
}
