import { Worker } from 'node:worker_threads'
import type { Paper } from '@cchc/domain/papers/paper.ts'

/** Milliseconds for setting one paper; a hundred pages take some four seconds. */
const mostMs = 60_000
/** Papers set at the same time; the others wait their turn. */
const mostAtOnce = 2

let busy = 0
const waiting: (() => void)[] = []

/**
 * Writes a paper as a .pdf by the same rules and measures as `writePaperDocx`, with its type embedded, so that it looks the
 * same everywhere and needs no office program. The same paper gives the same bytes.
 */
export async function writePaperPdf(paper: Paper): Promise<Buffer> {
  if (busy >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else busy += 1
  try {
    return await setInThread(paper)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else busy -= 1
  }
}

function setInThread(paper: Paper): Promise<Buffer> {
  const worker = new Worker(new URL('./write-pdf-worker.ts', import.meta.url), { workerData: paper })
  let clock: NodeJS.Timeout | undefined
  return new Promise<Buffer>((resolve, reject) => {
    clock = setTimeout(() => reject(new Error(`Setting a paper as .pdf took over ${mostMs / 1000} seconds`)), mostMs)
    worker.once('message', (bytes: Uint8Array) =>
      resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
    )
    worker.once('error', reject)
  }).finally(() => {
    clearTimeout(clock)
    return worker.terminate()
  })
}
