import { reportDeadline } from '@cchc/domain/dates/report-deadline.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { decideExtension as contract } from '@cchc/domain/self-reports/extension-contract.ts'
import { newDateRefusal } from '@cchc/domain/self-reports/extensions.ts'
import { judgeTimeliness } from '@cchc/domain/self-reports/on-time.ts'
import { readCalendar } from '../calendar/queries.ts'
import { moveReportDeadline } from '../inspections/move-report-deadline.ts'
import { getInspectionForUpdate, type InspectionRecord } from '../inspections/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { extensionsView, lockOpenExtension } from './extensions.ts'
import { lockReport, type ReportRecord } from './queries.ts'
import { audience } from './tell-of-report.ts'

/**
 * The standing deputy grants more time or refuses it, with the reason; the unit and the office are told. A granted date becomes
 * the deadline by the rule of `reportDeadline`, and stays when the visit moves. A report that was sent late while the request
 * waited is judged by the granted date: the unit does not answer for the time that the decision took. Report and visit are held
 * meanwhile, so that neither is sent nor moves before the date.
 */
export const decideExtension: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const report = await lockReport(context, params.selfReportId)
  const { selfReportId, inspectionId, unitCode } = report
  const inspection = await getInspectionForUpdate(context, inspectionId)
  const { extensionId } = await lockOpenExtension(context, selfReportId, params.extensionId)
  const judged = body.to ? await grant(context, inspection, report, body.to, body.reason) : null
  await db
    .updateTable('deadlineExtensions')
    .set({
      state: body.to ? 'granted' : 'refused',
      grantedTo: body.to,
      decidedBy: viewer.personId,
      decidedAt: now,
      decisionReason: body.reason,
    })
    .where('extensionId', '=', extensionId)
    .execute()
  await record('self-report.decide-extension', selfReportId, { extensionId, ...body, ...judged }, inspectionId)
  const sentence =
    judged?.verdict === 'on-time' ? `${body.reason} – Báo cáo đã gửi được tính là đúng hạn.` : body.reason
  const title = body.to ? `Được gia hạn gửi báo cáo đến ${formatDate(body.to)}` : 'Không gia hạn gửi báo cáo'
  await tell(context, {
    personIds: await audience(context, unitCode, ['officers', 'heads', 'office']),
    inspectionId,
    kind: 'self-report.decide-extension',
    title,
    body: sentence,
    link: `/bao-cao/${inspectionId}`,
    mail: { subject: title, body: sentence },
  })
  return extensionsView(context, selfReportId)
}

/** Makes the date the deadline; gives the verdict of a report that was sent late before, judged by it. */
async function grant(
  context: Context,
  { inspectionId, visitOn, reportDueOn, leadWorkingDays }: InspectionRecord,
  { selfReportId, sentAt, verdict }: ReportRecord,
  to: string,
  reason: string,
) {
  const { db, today } = context
  const calendar = await readCalendar(db)
  const refusal = newDateRefusal(to, { visitOn: visitOn!, dueOn: reportDueOn!, today }, calendar)
  if (refusal) throw refusal
  const { dueOn } = reportDeadline({ visitOn: visitOn!, leadWorkingDays, extendedTo: to }, calendar)
  await db.updateTable('inspections').set({ reportExtendedTo: to }).where('inspectionId', '=', inspectionId).execute()
  await moveReportDeadline(context, inspectionId, {
    from: reportDueOn!,
    to: dueOn,
    cause: `Gia hạn gửi báo cáo: ${reason}`,
  })
  if (sentAt === null || verdict !== 'late') return null
  const anew = judgeTimeliness(dueOn, sentAt, calendar)
  const judged = { dueOnWhenSent: dueOn, verdict: anew.verdict, daysLate: anew.daysLate }
  await db.updateTable('selfReports').set(judged).where('selfReportId', '=', selfReportId).execute()
  return judged
}
