import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { KeepingClient } from './kept-statements.ts'
import type { DB } from './schema.ts'
import { surviveBreaks } from './survive-breaks.ts'

/** The role the application works as. It owns nothing, so row-level security binds it whoever signed in to PostgreSQL. */
export const appRole = 'cchc_app'

/**
 * Opens the application's connections. Whoever waits for one longer than `patienceMs` is told that the database is away.
 *
 * Each one signs in as the owner of `url` and at once becomes `cchc_app`; in this role the policies of the tables apply even
 * where the owner is a superuser. Times are UTC. A calendar date (`date`) is read as the string `YYYY-MM-DD`: as an instant it
 * would lose a day in other time zones. An instant is read as the string ISO 8601 in UTC, as the contract carries it. `int8` and `numeric` are read as numbers: no figure here comes near 2^53.
 */
export function openDatabase(url: string, { maxConnections = 10, patienceMs = 10_000 } = {}): Kysely<DB> {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: openPool(url, maxConnections, patienceMs) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

function openPool(url: string, max: number, patienceMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    options: `-c role=${appRole} -c timezone=UTC`,
    max,
    Client: KeepingClient,
    connectionTimeoutMillis: patienceMs,
    types: typeReaders(),
  })
  return surviveBreaks(pool)
}

/** Whether the database puts Vietnamese words in their order: by letter, then by tone (ngang, huyền, hỏi, ngã, sắc, nặng). */
export async function sortsVietnamese(db: Kysely<DB>): Promise<boolean> {
  const words = ['ba', 'bà', 'bả', 'bã', 'bá', 'bạ', 'da', 'dạ', 'đa']
  const { rows } = await sql<{ word: string }>`select word from unnest(${words}::text[]) as word order by word`.execute(
    db,
  )
  return rows.every(({ word }, index) => word === words[index])
}

/** How values come out of PostgreSQL, shared with every connection that reads for the application. */
export function typeReaders(): pg.CustomTypesConfig {
  const readers = new pg.TypeOverrides()
  readers.setTypeParser(pg.types.builtins.DATE, (text: string) => text)
  readers.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => new Date(text).toISOString())
  readers.setTypeParser(pg.types.builtins.INT8, Number)
  readers.setTypeParser(pg.types.builtins.NUMERIC, Number)
  readers.setTypeParser(dateArray, pg.types.getTypeParser(textArray))
  return readers
}

// Array types are missing from the library's list of built-in ids.
const dateArray: number = 1182
const textArray: number = 1009
