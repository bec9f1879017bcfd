import { Worker } from 'node:worker_threads'
import type { Found } from './look-into.ts'
import { RefusedFile } from './refused-file.ts'

/** Milliseconds for looking into one file. */
export const MOST_LOOKING_MS = 20_000
/** Megabytes of objects that looking into one file may make. */
const MOST_HEAP_MEGABYTES = 512

type Answer = { found: Found } | { why: string; mend: string }

/**
 * Looks into a file of this machine in a thread of limited time and memory: its kind by content and structure, its pages.
 * Throws `RefusedFile` for whatever is not taken, too heavy or too slow to look into.
 */
export function inspectFile(path: string, name: string): Promise<Found> {
  const worker = new Worker(new URL('./inspect-worker.ts', import.meta.url), {
    workerData: { path, name },
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
  })
  let clock: NodeJS.Timeout | undefined
  return new Promise<Found>((resolve, reject) => {
    const refuse = (why: string, mend: string) => reject(new RefusedFile(why, mend))
    const tooHeavy = (why: string) =>
      refuse(why, 'Lưu lại tệp gọn hơn, hoặc tách những trang cần minh chứng rồi tải lên.')
    clock = setTimeout(() => tooHeavy(`cần hơn ${MOST_LOOKING_MS / 1000} giây để đọc`), MOST_LOOKING_MS)
    worker.once('message', (answer: Answer) => {
      if ('found' in answer) resolve(answer.found)
      else refuse(answer.why, answer.mend)
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') tooHeavy('cần quá nhiều bộ nhớ để đọc')
      else refuse('bị hỏng nên không đọc được', 'Mở thử trên máy, lưu lại rồi tải lên.')
    })
  }).finally(() => {
    clearTimeout(clock)
    return worker.terminate()
  })
}
