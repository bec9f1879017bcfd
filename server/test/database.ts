import type { Kysely } from 'kysely'
import pg from 'pg'
import { inject } from 'vitest'
import { openDatabase } from '../src/platform/database.ts'
import type { DB } from '../src/platform/schema.ts'

export const templateDatabase = 'cchc_template'

export type TestDatabase = {
  name: string
  /** Owner's connection string: sees every row, for oracles and for `openDatabase`. */
  url: string
  /** The application's own connections, bound by row-level security. */
  db: Kysely<DB>
  /** Closes the connections and drops the database. */
  drop(): Promise<void>
}

let count = 0

/**
 * A fresh database of its own, cloned in about 50 ms from the run's template, which is migrated and empty, or from another
 * that nobody is connected to.
 */
export async function createTestDatabase(template = templateDatabase): Promise<TestDatabase> {
  const name = `test_${process.pid}_${process.env.VITEST_POOL_ID ?? 0}_${++count}`
  await asOwner(`create database ${name} template ${template} strategy file_copy`)
  const url = Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href
  // A busy machine is not a database that is away.
  const db = openDatabase(url, { maxConnections: 8, patienceMs: 100_000 })
  return {
    name,
    url,
    db,
    drop: async () => {
      await db.destroy()
      await asOwner(`drop database ${name} with (force)`)
    },
  }
}

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}
