import { finishUpload } from '@cchc/domain/evidence/contract.ts'
import { MOST_FILE_BYTES, sizeInWords } from '@cchc/domain/evidence/limits.ts'
import { useSyncExternalStore } from 'react'
import type { DetailedError, Upload } from 'tus-js-client'
import { call } from '../platform/api.ts'
import { Refusal, sentenceOf } from '../platform/refusal.ts'
import { toast } from '../ui/toasts.ts'
import { type EvidencePlace, refreshAttachments } from './data.ts'

/** `waiting` for its turn · `sending` · `paused` by the person · `looking` the server looks into it · `failed` with a sentence. */
export type SendingPhase = 'waiting' | 'sending' | 'paused' | 'looking' | 'failed'

/** One file on its way; a new object whenever anything of it changes. */
export interface Sending {
  readonly id: number
  readonly at: EvidencePlace
  readonly name: string
  readonly size: number
  readonly sent: number
  readonly phase: SendingPhase
  readonly problem: string | null
  /** Whether trying the same file again may help. */
  readonly mayRetry: boolean
}

interface Work {
  readonly file: File
  readonly keepLocation: boolean
  readonly personId: string
  upload: Upload | null
}

const AT_ONCE = 2
/** Proxies before the server take so much at once; a lost connection loses no more than what was not acknowledged. */
const CHUNK_BYTES = 4 * 1024 * 1024
const RETRY_DELAYS = [0, 1_000, 3_000, 5_000, 10_000, 20_000]
const FINISH_DELAYS = [1_000, 3_000, 5_000, 10_000]
const program = () => import('tus-js-client')

let sendings: readonly Sending[] = []
let lastId = 0
const works = new Map<number, Work>()
const listeners = new Set<() => void>()

function show(next: readonly Sending[]) {
  sendings = next
  for (const listener of listeners) listener()
}
function change(id: number, changes: Partial<Sending>) {
  show(sendings.map((one) => (one.id === id ? { ...one, ...changes } : one)))
}
const phaseOf = (id: number) => sendings.find((one) => one.id === id)?.phase
function drop(id: number) {
  works.delete(id)
  show(sendings.filter((one) => one.id !== id))
  next()
}
function fail(id: number, problem: string, mayRetry: boolean) {
  change(id, { phase: 'failed', problem, mayRetry })
  next()
}

/** The files on their way, wherever they are shown; they go on while the person works elsewhere in the product. */
export function useSendings(): readonly Sending[] {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => sendings,
  )
}

/** Takes files in and sends them, two at a time. One that was cut, here or before a reload, goes on where it was. */
export function sendFiles(
  at: EvidencePlace,
  files: readonly File[],
  who: { personId: string; keepLocation: boolean },
): void {
  const added = files.map((file): Sending => {
    lastId += 1
    works.set(lastId, { file, ...who, upload: null })
    const started = { id: lastId, at, name: file.name, size: file.size, sent: 0, problem: null, mayRetry: false }
    const problem = whyNot(file)
    return problem ? { ...started, phase: 'failed', problem } : { ...started, phase: 'waiting' }
  })
  show([...sendings, ...added])
  next()
}

/** What is plain before a byte is sent; the rest the server says. */
function whyNot({ name, size }: File): string | null {
  if (size === 0) return `Tệp “${name}” rỗng. Mở tệp xem còn nội dung không rồi chọn lại.`
  if (size <= MOST_FILE_BYTES) return null
  return `Tệp “${name}” nặng ${sizeInWords(size)}, quá mức ${sizeInWords(MOST_FILE_BYTES)}. Nén ảnh hoặc tách tệp rồi chọn lại.`
}

export function pauseSending(id: number): void {
  change(id, { phase: 'paused' })
  void works.get(id)?.upload?.abort()
  next()
}
export function resumeSending(id: number): void {
  change(id, { phase: 'waiting', problem: null })
  next()
}
/** Gives a file up; what the server has of it goes too. */
export function cancelSending(id: number): void {
  const work = works.get(id)
  const begun = phaseOf(id) !== 'failed'
  drop(id)
  void work?.upload?.abort(begun).catch(() => undefined)
  if (work) void forget(work)
}

function next() {
  const busy = sendings.filter(({ phase }) => phase === 'sending' || phase === 'looking').length
  const waiting = sendings.filter(({ phase }) => phase === 'waiting').slice(0, Math.max(0, AT_ONCE - busy))
  for (const one of waiting) void send(one)
}

/** The same person's same file for the same place, also after a reload. */
const printOf = ({ personId }: Work, { at, name, size }: Sending, file: File) =>
  ['cchc', personId, at.ownerKind, at.ownerId, at.place, name, size, file.lastModified].join('-')

async function send(sending: Sending): Promise<void> {
  const { id, at, name } = sending
  const work = works.get(id)
  if (!work) return
  change(id, { phase: 'sending', problem: null })
  try {
    const { Upload: Program } = await program()
    const { file } = work
    const upload = new Program(file, {
      endpoint: '/api/uploads',
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_DELAYS,
      fingerprint: async () => printOf(work, sending, file),
      metadata: {
        ownerKind: at.ownerKind,
        ownerId: at.ownerId,
        place: at.place,
        name,
        keepLocation: work.keepLocation ? '1' : '0',
      },
      onProgress: (sent) => phaseOf(id) === 'sending' && change(id, { sent }),
      onError: (error) => phaseOf(id) === 'sending' && fail(id, ...problemOf(error)),
      onSuccess: () => void finish(sending, work),
    })
    work.upload = upload
    const [before] = await upload.findPreviousUploads()
    if (before) upload.resumeFromPreviousUpload(before)
    if (phaseOf(id) === 'sending') upload.start()
  } catch (error) {
    fail(id, sentenceOf(error), true)
  }
}

/** The server's own sentence where it gave one. */
function problemOf(error: Error | DetailedError): [string, boolean] {
  const answer = 'originalResponse' in error ? error.originalResponse : null
  if (!answer) return ['Mất kết nối khi đang tải. Phần đã tải vẫn giữ; bấm “Thử lại” để tải tiếp.', true]
  try {
    const { sentence } = (JSON.parse(answer.getBody()) as { error: { sentence: string } }).error
    return [sentence, answer.getStatus() >= 500 || [404, 409, 423, 429].includes(answer.getStatus())]
  } catch {
    return [`Máy chủ không nhận phần vừa tải (mã ${answer.getStatus()}). Bấm “Thử lại” để tải tiếp.`, true]
  }
}

async function finish(sending: Sending, work: Work): Promise<void> {
  const { id, at, name } = sending
  change(id, { phase: 'looking', sent: sending.size })
  const uploadId = work.upload?.url?.split('/').at(-1) ?? ''
  try {
    const { already } = await patiently(() => call(finishUpload, { params: { uploadId } }))
    await forget(work, sending)
    await refreshAttachments(at.inspectionId)
    drop(id)
    if (already) toast({ tone: 'note', text: `Tệp “${name}” đã có ở đây từ trước, không lưu lần nữa.` })
  } catch (error) {
    const passes = !(error instanceof Refusal) || [0, 429, 503].includes(error.status)
    // What was refused for its content is sent anew after it was mended, not gone on with.
    if (!passes) await forget(work, sending)
    fail(id, sentenceOf(error), passes || (error instanceof Refusal && error.status === 409))
  }
}

/** Asks again while nobody answers or the server is busy. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const delay of FINISH_DELAYS) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Refusal && [0, 429, 503].includes(error.status))) throw error
      await new Promise((go) => setTimeout(go, delay))
    }
  }
  return ask()
}

/** Forgets where an upload was going on. */
async function forget(work: Work, sending?: Sending): Promise<void> {
  const { defaultOptions } = await program()
  const place = sending ?? null
  const { urlStorage } = defaultOptions
  const stored = place
    ? await urlStorage.findUploadsByFingerprint(printOf(work, place, work.file))
    : (await urlStorage.findAllUploads()).filter(({ uploadUrl }) => uploadUrl && uploadUrl === work.upload?.url)
  for (const { urlStorageKey } of stored) await urlStorage.removeUpload(urlStorageKey)
}

export interface Leftover {
  readonly name: string
  readonly size: number
}

/** Uploads to this place that a reload or a closed window cut; choosing the same file again goes on with each. */
export function leftoversAt({ ownerId, place }: EvidencePlace): Leftover[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith('tus::cchc-'))
      .map(
        (key) => JSON.parse(localStorage.getItem(key) ?? '{}') as { size?: number; metadata?: Record<string, string> },
      )
      .filter(({ metadata }) => metadata?.ownerId === ownerId && metadata.place === place)
      .map(({ size, metadata }) => ({ name: metadata!.name!, size: size ?? 0 }))
  } catch {
    return []
  }
}
