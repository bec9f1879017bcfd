import type { listUnits as contract } from '@cchc/domain/units/contract.ts'
import { foldText } from '@cchc/domain/units/fold.ts'
import type { Act } from '../platform/serve.ts'
import { unitView } from './queries.ts'

/** The catalogue, departments first; `q` finds names with or without diacritics. */
export const listUnits: Act<typeof contract> = async ({ db }, { query }) => {
  let units = db
    .selectFrom('units')
    .selectAll()
    .orderBy((eb) => eb.case().when('type', '=', 'department').then(0).else(1).end())
    .orderBy('name')
  if (query.type) units = units.where('type', '=', query.type)
  if (query.q) units = units.where('folded', 'like', `%${foldText(query.q).replace(/[%_\\]/g, '\\$&')}%`)
  return { units: (await units.execute()).map(unitView) }
}
