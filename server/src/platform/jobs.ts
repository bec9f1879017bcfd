import { sql } from 'kysely'
import type { Db } from './context.ts'

/** Adds a job to the queue in the caller's transaction. */
export async function enqueue(db: Db, task: string, payload: Record<string, unknown>): Promise<void> {
  await sql`select enqueue_job(${task}, ${JSON.stringify(payload)}::json, max_attempts => 10)`.execute(db)
}
