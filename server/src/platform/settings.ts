import { Refusal } from '@cchc/domain/refusals.ts'
import type { Selectable } from 'kysely'
import type { Db } from './context.ts'
import type { Settings as SettingsTable } from './schema.ts'

export type Settings = Selectable<SettingsTable>

/** The installation's one row: province, office, how it signs, and whether it shows an illustrative season. */
export async function readSettings(db: Db): Promise<Settings> {
  const row = await db.selectFrom('settings').selectAll().executeTakeFirst()
  if (!row) throw new Refusal('database-away')
  return row
}
