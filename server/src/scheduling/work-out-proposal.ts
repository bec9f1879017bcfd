import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { ScheduleAsk, type SolvingProgress } from '@cchc/domain/scheduling/contract.ts'
import { sql } from 'kysely'
import { type Context, type Ground, withContext } from '../platform/context.ts'
import { type ReadProblem, readProblem } from './read-problem.ts'
import { proposalResult } from './result-view.ts'
import { solveInThread } from './solve-in-thread.ts'

/** How often a proposal under way gives a sign of life and looks whether it has been cancelled, in milliseconds. */
const everyMs = 1000

/**
 * Works a proposal out: reads the season, has it scheduled in a thread, keeps the answer. One that is no longer waiting is left
 * alone, so a job that comes twice does nothing the second time.
 */
export async function workOutProposal(
  ground: Ground,
  viewer: Viewer,
  scheduleProposalId: string,
  signal: AbortSignal,
): Promise<void> {
  const within = <T>(work: (context: Context) => Promise<T>) => withContext(ground, viewer, work)
  const started = performance.now()
  const taken = await within((context) => take(context, scheduleProposalId))
  if (!taken) return
  const stop = new AbortController()
  let progress: SolvingProgress | null = null
  const pulse = setInterval(() => {
    within((context) => giveSign(context, scheduleProposalId, progress))
      .then((alive) => alive || stop.abort(new Cancelled()))
      // The database may be away for a moment; the next sign tries again.
      .catch(() => undefined)
  }, everyMs)
  try {
    const read = await within((context) => readSeason(context, taken))
    const onProgress = (now: SolvingProgress) => {
      progress = now
    }
    const answer = await solveInThread(read.problem, read.current, onProgress, AbortSignal.any([stop.signal, signal]))
    const seconds = Math.round((performance.now() - started) / 10) / 100
    const result = proposalResult(answer, read, seconds)
    await within((context) =>
      finish(context, scheduleProposalId, {
        state: result.kind === 'plan' ? 'done' : 'infeasible',
        result: JSON.stringify(result),
      }),
    )
  } catch (error) {
    if (error instanceof Cancelled) return
    if (!(error instanceof Refusal) && !signal.aborted) console.error(error)
    await within((context) =>
      finish(context, scheduleProposalId, { state: 'failed', problem: problemOf(error, signal) }),
    )
  } finally {
    clearInterval(pulse)
  }
}

/** Somebody cancelled the proposal while it was worked out. */
class Cancelled extends Error {
  override name = 'Cancelled'
}

type Taken = { readonly campaignId: string; readonly ask: unknown }

async function take({ db }: Context, scheduleProposalId: string): Promise<Taken | undefined> {
  return db
    .updateTable('scheduleProposals')
    .set({ state: 'solving', aliveAt: sql`clock_timestamp()` })
    .where('scheduleProposalId', '=', scheduleProposalId)
    .where('state', '=', 'queued')
    .returning(['campaignId', 'ask'])
    .executeTakeFirst()
}

async function readSeason(context: Context, { campaignId, ask }: Taken): Promise<ReadProblem> {
  const read = await readProblem(context, campaignId, ScheduleAsk.parse(ask))
  if (read.problem.units.length === 0) throw new Refusal('nothing-to-schedule')
  return read
}

/** Whether the proposal is still wanted. */
async function giveSign(
  { db }: Context,
  scheduleProposalId: string,
  progress: SolvingProgress | null,
): Promise<boolean> {
  const row = await db
    .updateTable('scheduleProposals')
    .set({ aliveAt: sql`clock_timestamp()`, progress: progress && JSON.stringify(progress) })
    .where('scheduleProposalId', '=', scheduleProposalId)
    .where('state', '=', 'solving')
    .returning('scheduleProposalId')
    .executeTakeFirst()
  return row !== undefined
}

async function finish(
  { db }: Context,
  scheduleProposalId: string,
  outcome: { state: 'done' | 'infeasible' | 'failed'; result?: string; problem?: string },
): Promise<void> {
  await db
    .updateTable('scheduleProposals')
    .set((eb) => ({ ...outcome, progress: null, revision: eb('revision', '+', 1) }))
    .where('scheduleProposalId', '=', scheduleProposalId)
    .where('state', '=', 'solving')
    .execute()
}

function problemOf(error: unknown, signal: AbortSignal): string {
  if (error instanceof Refusal) return error.message
  return signal.aborted
    ? 'Máy chủ dừng trong lúc tính. Lịch hiện nay không đổi; bấm tính lại.'
    : 'Hệ thống gặp lỗi khi tính lịch. Lịch hiện nay không đổi; hãy thử lại, nếu vẫn lỗi thì báo quản trị.'
}
