import { Refusal } from '@cchc/domain/refusals.ts'
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db } from './context.ts'
import { kept } from './kept-statements.ts'
import type { Settings as SettingsTable } from './schema.ts'

export type Settings = Selectable<SettingsTable>

/**
 * The installation's one row: province, office, how it signs, and whether it shows an illustrative season. `besides` is worked
 * out in the same statement, to spare a round trip.
 */
export async function readSettings(db: Db, besides: RawBuilder<string> = sql<string>`''`): Promise<Settings> {
  const row = await db
    .selectFrom('settings')
    .modifyFront(kept)
    .selectAll()
    .select(besides.as('besides'))
    .executeTakeFirst()
  if (!row) throw new Refusal('database-away')
  const { besides: _, ...settings } = row
  return settings
}
