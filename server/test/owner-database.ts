import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { typeReaders } from '../src/platform/database.ts'
import type { DB } from '../src/platform/schema.ts'
import { surviveBreaks } from '../src/platform/survive-breaks.ts'

/** The database as its owner sees it, past row-level security: for a test's oracle and for what only an owner may do. */
export function openOwnerDatabase(url: string): Kysely<DB> {
  const pool = surviveBreaks(new pg.Pool({ connectionString: url, max: 2, types: typeReaders() }))
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
