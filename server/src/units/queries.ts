import type { UnitView } from '@cchc/domain/units/contract.ts'
import type { Unit } from '@cchc/domain/units/unit.ts'
import type { Selectable } from 'kysely'
import type { Db } from '../platform/context.ts'
import type { Units } from '../platform/schema.ts'

/** One catalogue row as the contract's view. */
export function unitView(row: Selectable<Units>): UnitView {
  const { unitCode, folded: _, provinceCode: __, type, ...rest } = row
  return { ...rest, code: unitCode, type: type as UnitView['type'] }
}

/** The whole catalogue as the matching rules take it. */
export async function readCatalogue(db: Db): Promise<Unit[]> {
  const rows = await db
    .selectFrom('units')
    .select(['unitCode', 'name', 'type', 'provinceCode', 'aliases'])
    .orderBy('unitCode')
    .execute()
  return rows.map(({ unitCode, type, ...rest }) => ({ ...rest, code: unitCode, type: type as Unit['type'] }))
}

/** How many units of each type the catalogue has. */
export async function catalogueSizes(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('units')
    .select(['type', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('type')
    .execute()
  return new Map(rows.map(({ type, count }) => [type, count]))
}
