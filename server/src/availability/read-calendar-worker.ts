import { parentPort, workerData } from 'node:worker_threads'
import { readCalendar, UnreadableCalendar } from './read-calendar.ts'

// Runs in a thread of its own: a rule of repetition can be written so that its reader never comes to an end.
const { text, period } = workerData as { text: string; period: { from: string; to: string } }
try {
  parentPort?.postMessage({ events: readCalendar(text, period) })
} catch (error) {
  if (!(error instanceof UnreadableCalendar)) throw error
  parentPort?.postMessage({ why: error.why })
}
