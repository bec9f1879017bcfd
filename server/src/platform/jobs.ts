import { sql } from 'kysely'
import type { Db } from './context.ts'

/** When a job may run, and whether it takes the place of one queued before. */
export interface When {
  /** Not before this many seconds from now, by the database's clock. */
  readonly afterSeconds?: number
  /** A job that is still queued under the same key is replaced. */
  readonly key?: string
}

/** Adds a job to the queue in the caller's transaction. */
export async function enqueue(
  db: Db,
  task: string,
  payload: Record<string, unknown>,
  { afterSeconds = 0, key }: When = {},
): Promise<void> {
  const args = JSON.stringify(payload)
  await sql`select enqueue_job(
    ${task}, ${args}::json, run_at => now() + make_interval(secs => ${afterSeconds}), max_attempts => 10, job_key => ${key ?? null}
  )`.execute(db)
}
