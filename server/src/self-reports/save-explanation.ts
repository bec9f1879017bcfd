import { isJumpKey } from '@cchc/domain/outlines/jumps.ts'
import { outlineItems } from '@cchc/domain/outlines/outline.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { saveExplanation as contract } from '@cchc/domain/self-reports/contract.ts'
import { selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { noteWriting } from './note-writing.ts'
import { getReport, type ReportRecord } from './queries.ts'
import { outlineOfReport } from './report-view.ts'

/** Keeps the explanation of a warning or of a figure below target; blank takes it back. The last one stands, the audit keeps each. */
export const saveExplanation: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, record } = context
  const report = await getReport(context, params.selfReportId)
  const refusal = selfReportRefusal('write', viewer, report)
  if (refusal) throw refusal
  if (!(await isExplainable(db, report, params.checkKey))) throw new Refusal('no-such-check')
  await keep(context, params, body.text)
  await noteWriting(context, report)
  await record('self-report.explain', report.selfReportId, { ...params, text: body.text }, report.inspectionId)
  return { checkKey: params.checkKey, text: body.text }
}

/** What can be explained to this unit: a warning, a figure below target, a jump. An error cannot, its figures must be mended. */
async function isExplainable(db: Db, report: ReportRecord, checkKey: string): Promise<boolean> {
  const outline = await outlineOfReport(db, report)
  const keys = new Set([
    ...outline.checks.filter(({ level }) => level === 'warning').map(({ key }) => key),
    ...outlineItems(outline)
      .filter(({ item }) => item.threshold)
      .map(({ item }) => belowTargetKey(item.key)),
  ])
  return keys.has(checkKey) || isJumpKey(outline, checkKey)
}

/** The check key under which `evaluateOutline` reports a figure below its threshold. */
const belowTargetKey = (itemKey: string) => `below-target:${itemKey}`

async function keep(
  { db, viewer, now }: Context,
  place: { selfReportId: string; checkKey: string },
  text: string,
): Promise<void> {
  if (text === '') {
    await db
      .deleteFrom('checkExplanations')
      .where('selfReportId', '=', place.selfReportId)
      .where('checkKey', '=', place.checkKey)
      .execute()
    return
  }
  const saved = { text, savedBy: viewer.personId, savedAt: now }
  await db
    .insertInto('checkExplanations')
    .values({ ...place, ...saved })
    .onConflict((conflict) => conflict.columns(['selfReportId', 'checkKey']).doUpdateSet(saved))
    .execute()
}
