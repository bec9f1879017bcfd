import { reportDeadline } from '@cchc/domain/dates/report-deadline.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { decideExtension as contract } from '@cchc/domain/self-reports/extension-contract.ts'
import { newDateRefusal } from '@cchc/domain/self-reports/extensions.ts'
import { readCalendar } from '../calendar/queries.ts'
import { moveReportDeadline } from '../inspections/move-report-deadline.ts'
import { getInspectionForUpdate, type InspectionRecord } from '../inspections/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { extensionsView, lockOpenExtension } from './extensions.ts'
import { getReport } from './queries.ts'
import { audience } from './tell-of-report.ts'

/**
 * The standing deputy grants more time or refuses it, with the reason; the unit and the office are told. A granted date becomes
 * the deadline by the rule of `reportDeadline`, and stays when the visit moves. The visit is held meanwhile, so that it cannot
 * move before the date.
 */
export const decideExtension: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { selfReportId, inspectionId, unitCode } = await getReport(context, params.selfReportId)
  const inspection = await getInspectionForUpdate(context, inspectionId)
  const { extensionId } = await lockOpenExtension(context, selfReportId, params.extensionId)
  if (body.to) await grant(context, inspection, body.to, body.reason)
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
  await record('self-report.decide-extension', selfReportId, { extensionId, ...body }, inspectionId)
  const title = body.to ? `Được gia hạn gửi báo cáo đến ${formatDate(body.to)}` : 'Không gia hạn gửi báo cáo'
  await tell(context, {
    personIds: await audience(context, unitCode, ['officers', 'heads', 'office']),
    inspectionId,
    kind: 'self-report.decide-extension',
    title,
    body: body.reason,
    link: `/bao-cao/${inspectionId}`,
    mail: { subject: title, body: body.reason },
  })
  return extensionsView(context, selfReportId)
}

async function grant(context: Context, inspection: InspectionRecord, to: string, reason: string): Promise<void> {
  const { db, today } = context
  const { inspectionId, visitOn, reportDueOn, leadWorkingDays } = inspection
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
}
