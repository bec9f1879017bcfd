import { countAsked } from '@cchc/domain/self-reports/progress.ts'
import { nextSelfReportState, selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import { getOutlineContent } from '../outlines/queries.ts'
import type { Context } from '../platform/context.ts'
import { holdReport, lockReport, type ReportRecord, readAnsweredKeys } from './queries.ts'
import { unitKindOfReport } from './report-view.ts'

/**
 * After something was written: the report is being drafted now, and its progress is counted anew where a question got its
 * answer or lost it (`countAnew`). The report may have been sent while the writing was on its way; then this refuses, and the
 * writing with it.
 *
 * Whoever only changes what was answered already holds the report beside all others who do; only one who changes the report
 * itself waits for them. Each takes one kind of hold, after the answers, so that nobody waits in a circle.
 */
export async function noteWriting(context: Context, known: ReportRecord, countAnew = true): Promise<void> {
  const { db, viewer, record } = context
  const { selfReportId } = known
  const changesReport = countAnew || nextSelfReportState(known.state, 'write') !== known.state
  const report = await (changesReport ? lockReport : holdReport)(context, selfReportId)
  const refusal = selfReportRefusal('write', viewer, report)
  if (refusal) throw refusal
  const state = nextSelfReportState(report.state, 'write')!
  const progress = countAnew ? await progressOf(context, report) : report.progress
  if (state === report.state && progress === report.progress) return
  await db.updateTable('selfReports').set({ state, progress }).where('selfReportId', '=', selfReportId).execute()
  if (state !== report.state)
    await record('self-report.write', selfReportId, { from: report.state, to: state }, report.inspectionId)
}

/** Whole percent of this unit's questions that are answered, rounded down so that 100 means every one. */
async function progressOf({ db }: Context, report: ReportRecord): Promise<number> {
  const outline = await getOutlineContent(db, report.outlineVersionId)
  const { answered, asked } = countAsked(
    outline,
    unitKindOfReport(report),
    new Set(await readAnsweredKeys(db, report.selfReportId)),
  )
  return asked === 0 ? 100 : Math.floor((answered * 100) / asked)
}
