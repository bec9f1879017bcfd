import { Refusal } from '@cchc/domain/refusals.ts'
import type { declineCorrection as contract } from '@cchc/domain/self-reports/sending-contract.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { lockReportFor } from './move-report.ts'
import { currentReportView } from './report-view.ts'

/** The head leaves the report as it was sent; whoever asked for the correction is told why. */
export const declineCorrection: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { selfReportId, inspectionId } = await lockReportFor(context, 'open-correction', params.selfReportId)
  const declined = await db
    .updateTable('reportCorrections')
    .set({ state: 'declined', decidedBy: viewer.personId, decidedAt: now, decisionReason: body.reason })
    .where('selfReportId', '=', selfReportId)
    .where('state', '=', 'asked')
    .returning('askedBy')
    .executeTakeFirst()
  if (!declined) throw new Refusal('no-correction-asked')
  await record('self-report.decline-correction', selfReportId, { reason: body.reason }, inspectionId)
  await tell(context, {
    personIds: [declined.askedBy],
    inspectionId,
    kind: 'self-report.decline-correction',
    title: 'Lãnh đạo không mở bản sửa báo cáo',
    body: body.reason,
    link: `/bao-cao/${inspectionId}`,
  })
  return currentReportView(context, selfReportId)
}
