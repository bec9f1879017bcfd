import type {
  getOutline as getContract,
  listOutlines as listContract,
  OutlineVersionSummary,
} from '@cchc/domain/outlines/contract.ts'
import { Outline, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'

/** Every version, newest year first. */
export const listOutlines: Act<typeof listContract> = async ({ db }) => {
  const rows = await db
    .selectFrom('outlineVersions')
    .selectAll()
    .orderBy('year', 'desc')
    .orderBy('createdAt', 'desc')
    .execute()
  return { outlines: rows.map((row) => summaryOf(row, Outline.parse(row.content))) }
}

/** One version, whole. */
export const getOutline: Act<typeof getContract> = async ({ db }, { params }) => {
  const row = await db
    .selectFrom('outlineVersions')
    .selectAll()
    .where('outlineVersionId', '=', params.outlineVersionId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-outline')
  const outline = Outline.parse(row.content)
  return { version: summaryOf(row, outline), outline }
}

function summaryOf(
  row: { outlineVersionId: string; title: string; year: number; state: string },
  outline: Outline,
): OutlineVersionSummary {
  return {
    outlineVersionId: row.outlineVersionId,
    title: row.title,
    year: row.year,
    state: row.state as OutlineVersionSummary['state'],
    itemCount: outlineItems(outline).filter(({ item }) => item.kind !== 'heading').length,
    checkCount: outline.checks.length,
  }
}
