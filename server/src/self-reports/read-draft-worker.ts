import { parentPort, workerData } from 'node:worker_threads'
import { UnreadablePaper } from '../campaigns/unreadable-paper.ts'
import { readDraftDocx } from './read-draft-docx.ts'

// Runs in a thread of its own, so that a heavy file can neither block the server nor take its memory.
const { bytes, fileName } = workerData as { bytes: Uint8Array; fileName: string }
try {
  const draft = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  parentPort?.postMessage({ read: await readDraftDocx(draft, fileName) })
} catch (error) {
  if (!(error instanceof UnreadablePaper)) throw error
  parentPort?.postMessage({ code: error.code, sentence: error.sentence })
}
