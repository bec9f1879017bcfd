import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { withdrawExtension as contract } from '@cchc/domain/self-reports/extension-contract.ts'
import { withdrawRefusal } from '@cchc/domain/self-reports/extensions.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { extensionsView, lockOpenExtension, withdrawOpenExtension } from './extensions.ts'
import { getReport } from './queries.ts'
import { audience } from './tell-of-report.ts'

/**
 * The unit's head takes a request back before it is decided; the deadline stays as it was, and whoever was told of the request
 * is told of this. The visit is held first, as by a decision, so that of the two whoever comes second meets `extension-decided`.
 */
export const withdrawExtension: Act<typeof contract> = async (context, { params, body }) => {
  const { viewer } = context
  const report = await getReport(context, params.selfReportId)
  const { selfReportId, inspectionId, unitCode, unitName } = report
  const refusal = withdrawRefusal(viewer, report)
  if (refusal) throw refusal
  await getInspectionForUpdate(context, inspectionId)
  const { wishedOn } = await lockOpenExtension(context, selfReportId, params.extensionId)
  await withdrawOpenExtension(context, report, body.reason)
  await tell(context, {
    personIds: await audience(context, unitCode, ['office']),
    inspectionId,
    kind: 'self-report.withdraw-extension',
    title: `${unitName} rút đề nghị gia hạn gửi báo cáo đến ${formatDate(wishedOn)}`,
    body: body.reason,
    link: `/bao-cao/${inspectionId}`,
  })
  return extensionsView(context, selfReportId)
}
