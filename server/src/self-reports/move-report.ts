import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { nextSelfReportState, type SelfReportAct, selfReportRefusal } from '@cchc/domain/self-reports/states.ts'
import type { Context } from '../platform/context.ts'
import { addRemark, lockReport, type ReportRecord } from './queries.ts'
import { currentReportView } from './report-view.ts'

/** A report locked for an act that this person may do to it now; refuses as the state table says. */
export async function lockReportFor(context: Context, act: SelfReportAct, selfReportId: string): Promise<ReportRecord> {
  const report = await lockReport(context, selfReportId)
  const refusal = selfReportRefusal(act, context.viewer, report)
  if (refusal) throw refusal
  return report
}

/** Moves a report on by an act of the state table, with the remark it goes back with, if any. */
export async function moveReport(
  context: Context,
  act: Exclude<SelfReportAct, 'write' | 'send'>,
  selfReportId: string,
  remark?: string,
): Promise<SelfReportView> {
  const { db, record } = context
  const report = await lockReportFor(context, act, selfReportId)
  const state = nextSelfReportState(report.state, act)!
  await db.updateTable('selfReports').set({ state }).where('selfReportId', '=', selfReportId).execute()
  if (remark !== undefined) await addRemark(context, selfReportId, remark)
  await record(
    `self-report.${act}`,
    selfReportId,
    { from: report.state, to: state, ...(remark === undefined ? {} : { reason: remark }) },
    report.inspectionId,
  )
  return currentReportView(context, selfReportId)
}
