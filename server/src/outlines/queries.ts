import { Outline, type UnitKind, unitKindOf } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Db } from '../platform/context.ts'

const parsed = new Map<string, Outline>()

/** A version's content; a published one never changes, so it is parsed once a process. */
export async function getOutlineContent(db: Db, outlineVersionId: string): Promise<Outline> {
  const known = parsed.get(outlineVersionId)
  if (known) return known
  const row = await db
    .selectFrom('outlineVersions')
    .select(['content', 'state'])
    .where('outlineVersionId', '=', outlineVersionId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-outline')
  const outline = Outline.parse(row.content)
  if (row.state !== 'draft') parsed.set(outlineVersionId, outline)
  return outline
}

/** Which items of an outline a unit of the catalogue answers. */
export async function unitKind(db: Db, unitCode: string): Promise<UnitKind> {
  const unit = await db
    .selectFrom('units')
    .select(['type', 'advisoryFields'])
    .where('unitCode', '=', unitCode)
    .executeTakeFirst()
  if (!unit) throw new Refusal('no-such-unit', { code: unitCode })
  return unitKindOf(unit.type, unit.advisoryFields.length > 0)
}
