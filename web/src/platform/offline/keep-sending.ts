import { isReachable, whenReachableChanges } from '../reachable.ts'
import { sendAll } from './send-outbox.ts'
import { packsOf, takePack } from './take-pack.ts'

/** How often what is unsent is tried again, in milliseconds. */
const every = 15_000
/** From what age on a pack is taken anew while the server answers, in milliseconds. */
const stale = 30 * 60_000

/** Sends what a person has on this device whenever the server may answer, and keeps packs fresh; gives the way to stop. */
export function keepSending(personId: string, campaignId: string | null): () => void {
  const send = () => void sendAll(personId).catch(() => undefined)
  const renew = async () => {
    if (!isReachable() || document.visibilityState !== 'visible') return
    for (const pack of await packsOf(personId)) {
      if (Date.now() - Date.parse(pack.takenAt) < stale) continue
      await takePack({ personId, inspectionId: pack.inspectionId, campaignId })
    }
  }
  const renewQuietly = () => void renew().catch(() => undefined)
  const found = () => {
    if (!isReachable()) return
    send()
    renewQuietly()
  }
  send()
  renewQuietly()
  const sending = setInterval(send, every)
  const renewing = setInterval(renewQuietly, stale / 3)
  addEventListener('online', send)
  const stop = whenReachableChanges(found)
  return () => {
    clearInterval(sending)
    clearInterval(renewing)
    removeEventListener('online', send)
    stop()
  }
}
