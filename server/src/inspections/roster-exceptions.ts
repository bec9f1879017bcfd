import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { InspectionRecord } from './queries.ts'
import { standingGaps } from './roster-facts.ts'

/**
 * Refuses with `roster-incomplete` to announce a visit while a field has nobody or too few people go; with a reason it goes
 * out, and who allowed it, why and what was missing is kept. Basis: QĐ 2251/QĐ-UBND, mục II.1, III.2a (every field inspected).
 */
export async function requireWholeRoster(
  context: Context,
  inspection: InspectionRecord,
  reason: string | null,
): Promise<void> {
  const gaps = (await standingGaps(context, inspection)).filter(({ stops }) => stops === 'announce')
  const [first] = gaps
  if (!first) return
  const rest = gaps.length === 1 ? '' : ` (và ${gaps.length - 1} điều khác)`
  if (!reason)
    throw new Refusal('roster-incomplete', { gaps: `${first.sentence.replace(/\.$/u, '')}${rest}.` }, { gaps })
  const { inspectionId } = inspection
  const sentences = gaps.map(({ sentence }) => sentence)
  await context.db
    .insertInto('rosterExceptions')
    .values({
      inspectionId,
      at: context.now,
      allowedBy: context.viewer.personId,
      reason,
      gaps: JSON.stringify(sentences),
    })
    .execute()
  await context.record('inspection.roster-exception', inspectionId, { reason, gaps: sentences }, inspectionId)
}

/** The notices of a visit that went out although its roster lacked something, newest first. */
export async function rosterExceptionsOf(
  { db }: Pick<Context, 'db'>,
  inspectionId: string,
): Promise<InspectionView['rosterExceptions']> {
  const rows = await db
    .selectFrom('rosterExceptions')
    .innerJoin('people', 'people.personId', 'rosterExceptions.allowedBy')
    .select(['rosterExceptions.at', 'people.fullName as who', 'rosterExceptions.reason', 'rosterExceptions.gaps'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('rosterExceptions.at', 'desc')
    .orderBy('rosterExceptions.exceptionOrder', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, gaps: row.gaps as string[] }))
}
