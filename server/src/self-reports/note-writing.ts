import { sectionProgress } from '@cchc/domain/self-reports/progress.ts'
import { nextSelfReportState, selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context } from '../platform/context.ts'
import { lockReport, type ReportRecord, readAnsweredKeys } from './queries.ts'
import { unitKindOfReport } from './report-view.ts'

/**
 * After something was written: the report is being drafted now, and its progress is counted anew. The report may have been
 * sent while the writing was on its way; then this refuses, and the writing with it.
 */
export async function noteWriting(context: Context, { selfReportId }: ReportRecord): Promise<void> {
  const { db, viewer, record } = context
  const report = await lockReport(context, selfReportId)
  const refusal = selfReportRefusal('write', viewer, report)
  if (refusal) throw refusal
  const state = nextSelfReportState(report.state, 'write')!
  const progress = await progressOf(context, report)
  if (state === report.state && progress === report.progress) return
  await db.updateTable('selfReports').set({ state, progress }).where('selfReportId', '=', selfReportId).execute()
  if (state !== report.state)
    await record('self-report.write', selfReportId, { from: report.state, to: state }, report.inspectionId)
}

/** Whole percent of this unit's questions that are answered, rounded down so that 100 means every one. */
async function progressOf({ db }: Context, report: ReportRecord): Promise<number> {
  const outline = await getOutlineContent(db, report.outlineVersionId)
  const answered = (await readAnsweredKeys(db, report.selfReportId)).map((key) => [key, 'có'] as const)
  const sections = sectionProgress(outline, Object.fromEntries(answered), unitKindOfReport(report))
  const total = sections.reduce((sum, section) => sum + section.toAnswer, 0)
  const done = sections.reduce((sum, section) => sum + section.answered, 0)
  return total === 0 ? 100 : Math.floor((done * 100) / total)
}
