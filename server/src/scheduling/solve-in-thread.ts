import { Worker } from 'node:worker_threads'
import type { SolvingProgress } from '@cchc/domain/scheduling/contract.ts'
import type { PlannedSlot, SchedulingProblem } from '@cchc/domain/scheduling/problem.ts'
import type { SeasonAnswer, SolvingStep } from '@cchc/domain/scheduling/propose-season.ts'

type Message =
  | { readonly step: SolvingStep }
  | { readonly search: Pick<SolvingProgress, 'best' | 'bound'> }
  | { readonly answer: SeasonAnswer }

/** Schedules a season in a thread of its own, so that requests are answered meanwhile. `signal` ends the thread at once. */
export async function solveInThread(
  problem: SchedulingProblem,
  current: readonly PlannedSlot[],
  onProgress: (progress: SolvingProgress) => void,
  signal: AbortSignal,
): Promise<SeasonAnswer> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./solve-worker.ts', import.meta.url), { workerData: { problem, current } })
  let progress: SolvingProgress = { step: 'reading', best: null, bound: null }
  try {
    return await new Promise<SeasonAnswer>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`The solver's thread ended with ${code}`)))
      worker.on('message', (message: Message) => {
        if ('answer' in message) return resolve(message.answer)
        progress =
          'step' in message ? { step: message.step, best: null, bound: null } : { ...progress, ...message.search }
        onProgress(progress)
      })
    })
  } finally {
    await worker.terminate()
  }
}
