import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { nextSelfReportState, type SelfReportAct, selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import type { Context } from '../platform/context.ts'
import { addRemark, lockReport, type ReportRecord } from './queries.ts'
import { currentReportView } from './report-view.ts'
import { tellOfReport } from './tell-of-report.ts'

/** A report locked for an act that this person may do to it now; refuses as the state table says. */
export async function lockReportFor(context: Context, act: SelfReportAct, selfReportId: string): Promise<ReportRecord> {
  const report = await lockReport(context, selfReportId)
  const refusal = selfReportRefusal(act, context.viewer, report)
  if (refusal) throw refusal
  return report
}

/** Moves a report on by an act of the state table, with the remark it goes back with, if any, and tells whose turn it is. */
export async function moveReport(
  context: Context,
  act: 'hand-over' | 'give-back' | 'return' | 'accept',
  selfReportId: string,
  remark?: string,
  alsoDo?: (report: ReportRecord) => Promise<void>,
): Promise<SelfReportView> {
  const { db, record } = context
  const report = await lockReportFor(context, act, selfReportId)
  await alsoDo?.(report)
  const state = nextSelfReportState(report.state, act)!
  await db.updateTable('selfReports').set({ state }).where('selfReportId', '=', selfReportId).execute()
  if (remark !== undefined) await addRemark(context, selfReportId, remark)
  await record(
    `self-report.${act}`,
    selfReportId,
    { from: report.state, to: state, ...(remark === undefined ? {} : { reason: remark }) },
    report.inspectionId,
  )
  await tellOfReport(context, report, act, remark)
  return currentReportView(context, selfReportId)
}
