import { parentPort, workerData } from 'node:worker_threads'
import type { PlannedSlot, SchedulingProblem } from '@cchc/domain/scheduling/problem.ts'
import { proposeSeason } from '@cchc/domain/scheduling/propose-season.ts'
import { openSolver } from './open-solver.ts'

// Runs in a thread of its own: the solver blocks the thread it runs on until it is done.
const { problem, current } = workerData as { problem: SchedulingProblem; current: readonly PlannedSlot[] }
const tell = (message: unknown) => parentPort?.postMessage(message)
const finite = (value: number) => (Number.isFinite(value) ? value : null)
const solve = await openSolver(({ best, bound }) => tell({ search: { best: finite(best), bound: finite(bound) } }))
tell({ answer: proposeSeason(problem, current, solve, (step) => tell({ step })) })
