import type { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import type { Db } from './context.ts'
import { refusalOf } from './problems.ts'

/**
 * Does one part of an act that may be refused while the others are still looked at: a refusal is handed back and what the part
 * wrote is undone; anything else that goes wrong ends the act. For acts on many things that must name every one in the way.
 */
export async function attempt(db: Db, work: () => Promise<void>): Promise<Refusal | null> {
  await sql`savepoint attempt`.execute(db)
  try {
    await work()
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal || refusal.code === 'database-away') throw error
    await sql`rollback to savepoint attempt`.execute(db)
    return refusal
  }
  await sql`release savepoint attempt`.execute(db)
  return null
}
