import { createHash } from 'node:crypto'
import type { CommandOutcome } from '@cchc/domain/fieldwork/commands-contract.ts'
import type { Batch, Outbox } from '@cchc/domain/fieldwork/outbox.ts'

/** What of the browser's own code is used here; it is loaded untyped, since this room knows no browser. */
interface Place {
  readonly personId: string
  readonly inspectionId: string
  readonly unitName: string
}
type Post = (inspectionId: string, batch: Batch) => Promise<readonly CommandOutcome[]>
interface Way {
  readonly filesUp: (inspectionId: string) => Promise<readonly string[]>
  readonly ask: typeof fetch
}
interface Parts {
  openStore(): unknown
  keepDeed(place: Place, deed: unknown, base: number | null, now: Date, store: unknown): Promise<unknown>
  keepPhoto(place: Place, photo: unknown, picture: unknown, now: Date, store: unknown): Promise<unknown>
  sendAll(personId: string, send: Post, store: unknown, way: Way): Promise<string | null>
  Refusal: new (status: number, code: string, sentence: string) => Error
  outboxOf(personId: string, inspectionId: string, store: unknown): Promise<Outbox | null>
}

async function parts(): Promise<Parts> {
  const offline = new URL('../../web/src/platform/offline/', import.meta.url)
  const load = (file: string) => import(/* @vite-ignore */ new URL(file, offline).href)
  const [{ DeviceStore }, files, outbox, sending, { Refusal }, { IDBFactory, IDBKeyRange }] = await Promise.all([
    load('store.ts'),
    load('file-store.ts'),
    load('outbox-store.ts'),
    load('send-outbox.ts'),
    load('../refusal.ts'),
    import('fake-indexeddb'),
  ])
  const openStore = () => new DeviceStore('device', { indexedDB: new IDBFactory(), IDBKeyRange })
  return { openStore, ...outbox, ...files, ...sending, Refusal }
}

/** A tablet of one person at one visit: the browser's own outbox, store and sending, over whatever line `address` is. */
export async function openDevice(place: Place, { address, cookie }: { address: string; cookie: string }) {
  const code = await parts()
  const store = code.openStore()
  const ask = ((path: string, request: RequestInit = {}) =>
    fetch(`${address}${path}`, { ...request, headers: { ...(request.headers as object), cookie } })) as typeof fetch
  /** As the page asks: a lost line is no answer, which the outbox knows by a status of 0. */
  const call = async (path: string, request?: RequestInit): Promise<unknown> => {
    const response = await ask(path, request).catch(() => null)
    // The line may be cut in the middle of an answer too.
    const answer: unknown = response?.ok ? await response.json().catch(() => null) : null
    if (answer !== null) return answer
    const status = response && !response.ok && response.status < 500 ? response.status : 0
    throw new code.Refusal(status, 'no-answer', `Không có trả lời (${response?.status ?? 'đứt'}).`)
  }
  const base = `/api/inspections/${place.inspectionId}/visit`
  const send: Post = async (_, { deviceId, commands }) => {
    const body = JSON.stringify({ deviceId, commands })
    const headers = { 'content-type': 'application/json' }
    const reply = await call(`${base}/commands`, { method: 'POST', headers, body })
    return (reply as { outcomes: CommandOutcome[] }).outcomes
  }
  const filesUp = async () => ((await call(`${base}/files`)) as { sha256: string[] }).sha256
  return {
    write: (deed: unknown) => code.keepDeed(place, deed, null, new Date(), store),
    async photograph(bytes: Uint8Array, findingId: string, takenAt: string): Promise<string> {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const blob = new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' })
      const photo = { topic: 'photo', findingId, sha256, size: bytes.length, takenAt, caption: '', spot: null }
      await code.keepPhoto(place, photo, { blob, thumb: null, name: 'anh.jpg' }, new Date(), store)
      return sha256
    },
    /** One round of sending; null when nobody failed to answer, else the sentence why not. */
    sendAll: () => code.sendAll(place.personId, send, store, { filesUp, ask }),
    outbox: () => code.outboxOf(place.personId, place.inspectionId, store),
  }
}
