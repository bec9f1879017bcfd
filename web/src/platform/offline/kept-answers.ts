import type { SessionView } from '@cchc/domain/accounts/contract.ts'
import { dateInVietnam } from '@cchc/domain/dates/calendar-date.ts'
import { type DeviceStore, deviceStore } from './store.ts'

export const sessionAddress = '/api/session'
/** How long this device opens without the server, in days since the server last said who is signed in. */
const trustedDays = 14

/** What the server last answered this person here; undefined where it is not kept. */
export async function keptAnswer(
  personId: string,
  address: string,
  now = new Date(),
  store: DeviceStore = deviceStore(),
): Promise<unknown> {
  const kept = await store.answers.get([personId, address])
  if (!kept) return undefined
  if (address !== sessionAddress) return kept.answer
  const { session, at } = kept.answer as KeptSession
  if (now.getTime() - Date.parse(at) > trustedDays * 86_400_000) return undefined
  // The day goes on without the server; that of an illustrative season stands still.
  return session.illustrative ? session : { ...session, today: dateInVietnam(now.toISOString()) }
}

interface KeptSession {
  readonly session: SessionView
  readonly at: string
}

/** Keeps who is signed in, so that the application opens where nobody answers. */
export async function keepSession(
  session: SessionView,
  now = new Date(),
  store: DeviceStore = deviceStore(),
): Promise<void> {
  if (!session.viewer) return
  const answer: KeptSession = { session, at: now.toISOString() }
  await store.answers.put({ personId: session.viewer.personId, address: sessionAddress, inspectionId: '', answer })
}
