import { Outline, type UnitKind, unitKindOf } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Db } from '../platform/context.ts'
import { lockOutline, outlineStanding } from './outline-views.ts'

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

/** The id itself, of a version that a campaign may take; locked so that it is not retired meanwhile. Refuses with `outline-not-published`. */
export async function requirePublished(db: Db, outlineVersionId: string): Promise<string> {
  const { title, state } = await lockOutline(db, outlineVersionId)
  if (state !== 'published') throw new Refusal('outline-not-published', { title, state: outlineStanding[state] })
  return outlineVersionId
}

/** Published versions, those first that a new campaign should rather take: the newest year, and of one year the last published. */
export function publishedOutlines(db: Db) {
  return db
    .selectFrom('outlineVersions')
    .select(['outlineVersionId', 'title', 'year', 'content'])
    .where('state', '=', 'published')
    .orderBy('year', 'desc')
    .orderBy('publishedAt', (order) => order.desc().nullsLast())
    .orderBy('createdAt', 'desc')
    .execute()
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
