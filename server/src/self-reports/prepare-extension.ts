import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { prepareExtension as contract } from '@cchc/domain/self-reports/extension-contract.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { extensionsView, lockOpenExtension } from './extensions.ts'
import { getReport } from './queries.ts'
import { audience } from './tell-of-report.ts'

/**
 * The secretary proposes what to decide on a request; the last proposal stands until it is decided, the audit keeps each. The
 * visit is held first, as by a decision, so that the two never wait for each other.
 */
export const prepareExtension: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { selfReportId, inspectionId, unitCode, unitName } = await getReport(context, params.selfReportId)
  await getInspectionForUpdate(context, inspectionId)
  const { extensionId } = await lockOpenExtension(context, selfReportId, params.extensionId)
  await db
    .updateTable('deadlineExtensions')
    .set({ proposedTo: body.to, proposalNote: body.note, proposedBy: viewer.personId, proposedAt: now })
    .where('extensionId', '=', extensionId)
    .execute()
  await record('self-report.prepare-extension', selfReportId, { extensionId, ...body }, inspectionId)
  await tell(context, {
    personIds: await audience(context, unitCode, ['office']),
    inspectionId,
    kind: 'self-report.prepare-extension',
    title: `Trình quyết định đề nghị gia hạn của ${unitName}`,
    body: `Thư ký Đoàn đề xuất ${body.to ? `gia hạn đến ${formatDate(body.to)}` : 'không gia hạn'}. ${body.note}`.trim(),
    link: `/bao-cao/${inspectionId}`,
  })
  return extensionsView(context, selfReportId)
}
