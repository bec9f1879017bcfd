import { Refusal } from '../refusal.ts'
import type { KeptFile } from './store.ts'

/** Sent in pieces: proxies that gather a request before they pass it on lose no more than one of them when the line is cut. */
export const pieceBytes = 512 * 1024
/** How long one piece may take, in milliseconds; below 25 kbit/s the line is taken for dead. */
const patience = 170_000

/** What asks the server: `fetch`, or a test's own. */
export type Ask = (path: string, request: RequestInit) => Promise<Response>

export interface Reached {
  readonly uploadId: string
  readonly sent: number
}

/**
 * Sends one file by tus and has it looked into; it goes on from the byte that the server has. Told how far it has come after
 * every answer, to be kept on the device. Throws a `Refusal`: of status 0 where nobody answers or the server is busy, else why
 * it is not taken.
 */
export async function sendFile(ask: Ask, file: KeptFile, told: (reached: Reached) => Promise<void>): Promise<void> {
  const { blob, size } = file
  if (!blob) throw new Refusal(410, 'file-gone', 'Ảnh không còn trên máy này.')
  let { uploadId } = file
  let sent = uploadId ? await reachedAt(ask, uploadId) : null
  if (uploadId === null || sent === null) {
    uploadId = await begin(ask, file)
    sent = 0
    await told({ uploadId, sent })
  }
  while (sent < size) {
    const answer = await answerOf(ask, `/api/uploads/${uploadId}`, {
      method: 'PATCH',
      headers: { 'upload-offset': String(sent), 'content-type': 'application/offset+octet-stream' },
      body: blob.slice(sent, sent + pieceBytes),
      signal: AbortSignal.timeout(patience),
    })
    sent = Number(answer.headers.get('upload-offset'))
    await told({ uploadId, sent })
  }
  await answerOf(ask, `/api/uploads/${uploadId}/finish`, { method: 'POST' })
}

/** How many bytes the server has of an upload; null where it has forgotten it. */
async function reachedAt(ask: Ask, uploadId: string): Promise<number | null> {
  const response = await asked(ask, `/api/uploads/${uploadId}`, { method: 'HEAD' })
  if (response.status === 404 || response.status === 410) return null
  if (!response.ok) throw await refusalOf(response)
  return Number(response.headers.get('upload-offset'))
}

async function begin(ask: Ask, { inspectionId, place, name, size }: KeptFile): Promise<string> {
  const metadata = { ownerKind: 'finding', ownerId: inspectionId, place, name }
  const words = Object.entries(metadata).filter(([, value]) => value !== '')
  const answer = await answerOf(ask, '/api/uploads', {
    method: 'POST',
    headers: {
      'upload-length': String(size),
      'upload-metadata': words.map(([key, value]) => `${key} ${inBase64(value)}`).join(','),
    },
  })
  return answer.headers.get('location')!.split('/').at(-1)!
}

const inBase64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

async function answerOf(ask: Ask, path: string, request: RequestInit): Promise<Response> {
  const response = await asked(ask, path, request)
  if (!response.ok) throw await refusalOf(response)
  return response
}

async function asked(ask: Ask, path: string, request: RequestInit): Promise<Response> {
  try {
    return await ask(path, { ...request, headers: { 'tus-resumable': '1.0.0', ...request.headers } })
  } catch {
    throw cut()
  }
}

const cut = () => new Refusal(0, 'no-answer', 'Mất kết nối khi đang gửi ảnh. Phần đã gửi vẫn giữ, có mạng sẽ gửi tiếp.')

/** What the server is busy with, or has otherwise of this upload, passes; the rest is its own sentence. */
async function refusalOf(response: Response): Promise<Refusal> {
  const told = (await response.json().catch(() => null)) as { error?: { code: string; sentence: string } } | null
  const passes = response.status >= 500 || [404, 409, 410, 423, 429].includes(response.status)
  if (response.status === 401)
    return new Refusal(401, 'not-signed-in', told?.error?.sentence ?? 'Phiên làm việc đã hết.')
  if (!told?.error || (passes && !finalCodes.includes(told.error.code))) return cut()
  return new Refusal(response.status, told.error.code, told.error.sentence)
}

/** Answers of 404 and 409 that will be the same next time. */
const finalCodes = ['no-such-inspection', 'session-closed', 'place-full', 'owner-full']
