import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { lookInto } from './look-into.ts'
import { RefusedFile } from './refused-file.ts'

// Runs in a thread of its own, so that a heavy file can neither block the server nor take its memory.
const { path, name } = workerData as { path: string; name: string }
try {
  parentPort?.postMessage({ found: await lookInto(readFileSync(path), name) })
} catch (error) {
  if (!(error instanceof RefusedFile)) throw error
  parentPort?.postMessage({ why: error.why, mend: error.mend })
}
