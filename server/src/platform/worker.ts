import { setTimeout as sleep } from 'node:timers/promises'
import type { Role, Viewer } from '@cchc/domain/access/permissions.ts'
import { Logger, parseCronItems, type Runner, run } from 'graphile-worker'
import pg from 'pg'
import { z } from 'zod'
import { type Context, type Ground, withContext } from './context.ts'
import { errorText } from './start-problem.ts'
import { surviveBreaks } from './survive-breaks.ts'

/**
 * A job's work: it gets an open transaction of the person who queued it, and what was queued. What it throws undoes all that it
 * wrote; an error that it returns keeps what it wrote, and the job is tried again all the same.
 */
export type Task = (context: Context, payload: unknown) => Promise<Error | undefined>

/** Work that takes long: it opens short transactions of its own, so that what it does is seen while it does it, and ends soon after `signal`. */
export interface LongTask {
  readonly run: (ground: Ground, viewer: Viewer, payload: unknown, signal: AbortSignal) => Promise<void>
}

/** Work of the house itself at a set time, once each time however many processes there are; what was missed in the last day is made up for. */
export interface TimedTask {
  /** Minute, hour, day, month and weekday as in a crontab, in UTC. */
  readonly at: string
  /** It opens transactions of its own, as whomever it works for. */
  readonly runAtTime: (ground: Ground, signal: AbortSignal) => Promise<void>
}
export type Tasks = Readonly<Record<string, Task | LongTask | TimedTask>>

const Queued = z.object({ personId: z.guid() })
const restartAfterMs = 5_000
const aDayMs = 24 * 3_600_000

/**
 * Runs queued jobs in this process, two at a time, each in one transaction as the person who queued it, so that a job
 * never sees more than they. A job that fails is tried again, ten times in all; `log` hears of one that is given up. `ownerUrl` is a
 * connection that may read the queue. `stop` waits for the jobs under way.
 */
export async function startWorker(
  ground: Ground,
  ownerUrl: string,
  tasks: Tasks,
  log: (line: string) => void,
): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController()
  const taskList = Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown) => perform(ground, task, payload, stopping.signal),
    ]),
  )
  const parsedCronItems = parseCronItems(
    Object.entries(tasks).flatMap(([name, task]) =>
      'at' in task ? [{ task: name, match: task.at, options: { backfillPeriod: aDayMs } }] : [],
    ),
  )
  // The queue's own pool would be deaf while it closes, and a connection broken then would end the process.
  const pgPool = new pg.Pool({ connectionString: ownerUrl, max: 4 })
  surviveBreaks(pgPool)
  const begin = async () => {
    const runner = await run({
      pgPool,
      taskList,
      concurrency: 2,
      parsedCronItems,
      noHandleSignals: true,
      logger: new Logger(() => () => undefined),
    })
    runner.events.on('job:failed', ({ job, error }) =>
      log(`Việc nền “${job.task_identifier}” đã thử ${job.attempts} lần nhưng không xong: ${errorText(error)}`),
    )
    return runner
  }

  let runner = await begin()
  const watch = async () => {
    while (!stopping.signal.aborted) {
      // It ends by itself when the database stays away for a while; the jobs are still in the queue then.
      await runner.promise.catch(() => undefined)
      await sleep(restartAfterMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (!stopping.signal.aborted) runner = await begin().catch(() => runner)
    }
  }
  const watching = watch()
  return {
    async stop() {
      if (stopping.signal.aborted) return
      stopping.abort()
      await end(runner)
      await watching
      await end(runner)
      await pgPool.end()
    },
  }
}

/** Stops a runner; one that has ended already is left as it is. */
async function end(runner: Runner): Promise<void> {
  await runner.stop().catch(() => undefined)
  await runner.promise.catch(() => undefined)
}

async function perform(
  ground: Ground,
  task: Task | LongTask | TimedTask,
  payload: unknown,
  signal: AbortSignal,
): Promise<void> {
  if ('at' in task) return task.runAtTime(ground, signal)
  const { personId } = Queued.parse(payload)
  const viewer = await readViewer(ground, personId)
  if (typeof task !== 'function') return task.run(ground, viewer, payload, signal)
  const problem = await withContext(ground, viewer, (context) => task(context, payload))
  if (problem) throw problem
}

async function readViewer({ database }: Ground, personId: string): Promise<Viewer> {
  const person = await database
    .selectFrom('people')
    .select(['personId', 'fullName', 'post', 'roles', 'unitCode'])
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()
  return { ...person, roles: person.roles as Role[] }
}
