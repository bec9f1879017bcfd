import { buildHeader, type Endpoint } from '@cchc/domain/endpoint.ts'
import type { z } from 'zod'
import { personKeptHere } from './offline/kept-here.ts'
import { noteReachable, noteServedAt } from './reachable.ts'
import { Refusal } from './refusal.ts'

type Shape = z.ZodType
type Bytes = { readonly bytes: string }

/** One part of a request: absent where the contract has none, optional where all of it is. */
type Part<Name extends string, S extends Shape> = S extends z.ZodUndefined
  ? { [name in Name]?: undefined }
  : Record<string, never> extends z.input<S>
    ? { [name in Name]?: z.input<S> }
    : { [name in Name]: z.input<S> }

type Request<P extends Shape, Q extends Shape, B extends Shape> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B> & {
    /** For endpoints that take an upload. */
    file?: File
    signal?: AbortSignal
  }

/** A file that came instead of JSON. */
export interface ReceivedFile {
  name: string
  blob: Blob
}

type Answer<R extends Shape | Bytes> = R extends Shape ? z.output<R> : ReceivedFile
type Arguments<T> = Record<string, never> extends T ? [request?: T] : [request: T]

let signedOut: () => void = () => {}

/** Says what to do when the server no longer knows who is asking. */
export function whenSignedOut(act: () => void): void {
  signedOut = act
}

/**
 * Calls one entry of the contract. Gives the reply in the contract's own shape (a `ReceivedFile` where it is not JSON), or
 * throws a `Refusal`: the server's sentence, or one of ours when nobody answered.
 */
export async function call<P extends Shape, Q extends Shape, B extends Shape, R extends Shape | Bytes>(
  endpoint: Endpoint<P, Q, B, R>,
  ...[request]: Arguments<Request<P, Q, B>>
): Promise<Answer<R>> {
  const { params, query, body, file, signal } = (request ?? {}) as AnyRequest
  const address = addressOf(endpoint.path, params, query)
  const keeper = endpoint.method === 'GET' ? personKeptHere() : null
  if (keeper !== null && 'safeParse' in endpoint.reply)
    return (await answerOrKept(keeper, address, endpoint.reply, signal)) as Answer<R>
  const form = file ? formOf(file, body) : undefined
  const response = await send(address, {
    method: endpoint.method,
    headers: body !== undefined && !form ? { 'content-type': 'application/json' } : undefined,
    body: form ?? (body === undefined ? undefined : JSON.stringify(body)),
    signal,
  })
  if (!response.ok) throw await refusalOf(response, endpoint.path)
  if ('bytes' in endpoint.reply) return (await receivedFile(response)) as Answer<R>
  return (await replyOf(response, endpoint.reply as Shape)) as Answer<R>
}

async function replyOf(response: Response, shape: Shape): Promise<unknown> {
  const told: unknown = await response.json()
  if (isOfThisBuild(response)) return told
  const reply = shape.safeParse(told)
  if (!reply.success) throw new Refusal(502, 'other-version', otherVersion, reply.error.issues)
  return reply.data
}

/** How long a device that carries field work along waits for an answer before it takes the one it keeps, in milliseconds. */
const patience = 8_000

/** Asks the server, and gives what is kept of its last answer on this device when nobody answers. */
async function answerOrKept(personId: string, address: string, shape: Shape, signal?: AbortSignal): Promise<unknown> {
  const tooLong = AbortSignal.timeout(patience)
  try {
    const response = await send(address, {
      method: 'GET',
      signal: signal ? AbortSignal.any([signal, tooLong]) : tooLong,
    })
    if (!response.ok) throw await refusalOf(response, address.slice('/api'.length))
    return await replyOf(response, shape)
  } catch (error) {
    if (signal?.aborted || !(tooLong.aborted || (error instanceof Refusal && error.status === 0))) throw error
    noteReachable(false)
    const { keptAnswer } = await import('./offline/kept-answers.ts')
    const kept = shape.safeParse(await keptAnswer(personId, address).catch(() => undefined))
    if (!kept.success) throw new Refusal(0, 'no-answer', nobodyAnswers)
    return kept.data
  }
}

/** Where a GET entry can be reached by a plain link, such as a download. */
export function addressOf(path: string, params: Words = {}, query: Words = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const asked = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))
  return `/api${filled}${search.size > 0 ? `?${search}` : ''}`
}

/**
 * Whether page and server were built of the same sources. Then the server has read its answer with the very shape that the
 * page would read it with again, which for a whole report takes an old PC a tenth of a second.
 */
function isOfThisBuild(response: Response): boolean {
  const build = import.meta.env.VITE_SOURCES
  return build !== '' && response.headers.get(buildHeader) === build
}

type Words = Record<string, unknown>
interface AnyRequest {
  params?: Words
  query?: Words
  body?: unknown
  file?: File
  signal?: AbortSignal
}

const otherVersion =
  'Trang đang mở không còn khớp với phần mềm trên máy chủ (có thể vừa được cập nhật). Hãy tải lại trang; những gì đã lưu vẫn còn.'
const nobodyAnswers =
  'Không kết nối được với máy chủ. Việc vừa làm chưa được ghi. Kiểm tra mạng nội bộ rồi thử lại; nếu vẫn không được, báo quản trị hệ thống.'

function formOf(file: File, body: unknown): FormData {
  const form = new FormData()
  // Fields before the file: the server reads the form as it comes in.
  for (const [name, value] of Object.entries((body as Words) ?? {})) form.append(name, String(value))
  form.append('file', file, file.name)
  return form
}

async function send(address: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, { ...request, credentials: 'same-origin' })
    // A proxy that answers for a server that is down.
    noteReachable(![502, 504].includes(response.status))
    noteServedAt(response.headers.get('date'))
    return response
  } catch (error) {
    if (request.signal?.aborted) throw error
    noteReachable(false)
    throw new Refusal(0, 'no-answer', nobodyAnswers)
  }
}

async function refusalOf(response: Response, path: string): Promise<Refusal> {
  const told = (await response.json().catch(() => null)) as {
    error?: { code?: string; sentence?: string; details?: unknown }
  } | null
  const { code = 'no-sentence', sentence, details = null } = told?.error ?? {}
  if (response.status === 401 && code === 'not-signed-in' && path !== '/session') signedOut()
  if (!sentence && response.status >= 502) return new Refusal(0, 'no-answer', nobodyAnswers)
  return new Refusal(
    response.status,
    code,
    sentence ?? `Máy chủ từ chối mà không nói lý do (mã ${response.status}). Hãy thử lại.`,
    details,
  )
}

async function receivedFile(response: Response): Promise<ReceivedFile> {
  const disposition = response.headers.get('content-disposition') ?? ''
  const name = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1]
  return { name: name ? decodeURIComponent(name) : 'tep', blob: await response.blob() }
}
