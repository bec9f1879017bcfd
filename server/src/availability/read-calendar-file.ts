import { Worker } from 'node:worker_threads'
import type { UploadedFile } from '@cchc/domain/endpoint.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { CalendarEvent } from './read-calendar.ts'

/** Milliseconds for one file. */
const mostReading = 5_000
const mostHeapMegabytes = 256

/**
 * Reads an uploaded calendar file in a thread of limited means. Refuses with `calendar-unreadable` what is no calendar, damaged,
 * too heavy or too slow to read.
 */
export async function readCalendarFile(
  { name, bytes }: UploadedFile,
  period: { from: string; to: string },
): Promise<CalendarEvent[]> {
  const text = new TextDecoder('utf-8').decode(bytes)
  const worker = new Worker(new URL('./read-calendar-worker.ts', import.meta.url), {
    workerData: { text, period },
    resourceLimits: { maxOldGenerationSizeMb: mostHeapMegabytes },
  })
  let clock: NodeJS.Timeout | undefined
  return new Promise<CalendarEvent[]>((resolve, reject) => {
    const refuse = (why: string) => reject(new Refusal('calendar-unreadable', { name, why }))
    clock = setTimeout(() => refuse(`đọc quá ${mostReading / 1000} giây nên đã dừng`), mostReading)
    worker.once('message', (answer: { events: CalendarEvent[] } | { why: string }) => {
      if ('events' in answer) resolve(answer.events)
      else refuse(answer.why)
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tệp cần quá nhiều bộ nhớ để đọc' : 'nội dung bị hỏng')
    })
  }).finally(() => {
    clearTimeout(clock)
    return worker.terminate()
  })
}
