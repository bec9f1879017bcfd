import { Worker } from 'node:worker_threads'
import { type UnreadableCode, UnreadablePaper } from './unreadable-paper.ts'

/** Milliseconds for unpacking and reading one file. */
export const MOST_READING_MS = 15_000
/** Megabytes of objects that reading one file may make. */
const MOST_HEAP_MEGABYTES = 512
/** Bytes by which the whole process may grow meanwhile: unpacked streams are no objects and count only here. */
const MOST_GROWTH_BYTES = 700 * 1024 * 1024
const LOOK_EVERY_MS = 100

/** What a reading thread posts. */
export type ThreadAnswer<T> = { read: T } | { code: UnreadableCode; sentence: string }

/**
 * Reads a file in a thread of limited means: the worker gets `bytes`, `fileName` and `more` as its data and posts a
 * `ThreadAnswer`. Throws `UnreadablePaper` for what the worker refuses, and for a file that takes too long or too much memory.
 */
export function readInThread<T>(script: URL, bytes: Buffer, fileName: string, more: object = {}): Promise<T> {
  const copy = new Uint8Array(bytes)
  const worker = new Worker(script, {
    workerData: { ...more, bytes: copy, fileName },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
  })
  const before = process.memoryUsage.rss()
  let clock: NodeJS.Timeout | undefined
  let scales: NodeJS.Timeout | undefined
  return new Promise<T>((resolve, reject) => {
    const refuse = (code: UnreadableCode, sentence: string) => reject(new UnreadablePaper(code, sentence))
    const refuseHeavy = () =>
      refuse(
        'paper-unpacks-too-large',
        `Tệp “${fileName}” cần quá nhiều bộ nhớ để đọc, không giống một văn bản bình thường. Hãy lưu lại tệp gọn hơn hoặc dùng bản .txt.`,
      )
    clock = setTimeout(() => {
      refuse(
        'paper-too-slow',
        `Đọc tệp “${fileName}” quá ${MOST_READING_MS / 1000} giây nên đã dừng. Hãy lưu lại tệp gọn hơn hoặc dùng bản .txt.`,
      )
    }, MOST_READING_MS)
    scales = setInterval(() => {
      if (process.memoryUsage.rss() - before > MOST_GROWTH_BYTES) refuseHeavy()
    }, LOOK_EVERY_MS)
    worker.once('message', (answer: ThreadAnswer<T>) => {
      if ('read' in answer) resolve(answer.read)
      else refuse(answer.code, answer.sentence)
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuseHeavy()
      else refuse('paper-damaged', `Tệp “${fileName}” bị hỏng nên không đọc được. Hãy lưu lại tệp rồi tải lên.`)
    })
  }).finally(() => {
    clearTimeout(clock)
    clearInterval(scales)
    return worker.terminate()
  })
}
