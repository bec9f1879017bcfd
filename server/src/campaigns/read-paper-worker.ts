import { parentPort, workerData } from 'node:worker_threads'
import { UnreadablePaper } from './unreadable-paper.ts'

// Runs in a thread of its own, so that a heavy file can neither block the server nor take its memory.
const { bytes, fileName, kind } = workerData as { bytes: Uint8Array; fileName: string; kind: 'docx' | 'pdf' }
try {
  const paper = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Only the one reader that is needed is loaded: each takes a tenth of a second.
  const text =
    kind === 'docx'
      ? await (await import('./read-docx.ts')).readDocx(paper, fileName)
      : await (await import('./read-pdf.ts')).readPdf(paper, fileName)
  parentPort?.postMessage({ read: text })
} catch (error) {
  if (!(error instanceof UnreadablePaper)) throw error
  parentPort?.postMessage({ code: error.code, sentence: error.sentence })
}
