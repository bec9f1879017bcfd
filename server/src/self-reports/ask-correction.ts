import { Refusal } from '@cchc/domain/refusals.ts'
import type { askCorrection as contract } from '@cchc/domain/self-reports/sending-contract.ts'
import type { Act } from '../platform/serve.ts'
import { readCorrection } from './corrections.ts'
import { lockReportFor } from './move-report.ts'
import { currentReportView } from './report-view.ts'
import { tellOfReport } from './tell-of-report.ts'

/** Somebody of the unit asks the head to open what was sent for a correction; nothing changes until the head does. */
export const askCorrection: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const report = await lockReportFor(context, 'ask-correction', params.selfReportId)
  const { selfReportId, inspectionId, version } = report
  const asked = await readCorrection(context, report)
  if (asked) throw new Refusal('correction-asked-already', { who: asked.askedBy })
  await db
    .insertInto('reportCorrections')
    .values({ selfReportId, version, state: 'asked', reason: body.reason, askedBy: viewer.personId, askedAt: now })
    .execute()
  await record('self-report.ask-correction', selfReportId, { reason: body.reason }, inspectionId)
  await tellOfReport(context, report, 'ask-correction', body.reason)
  return currentReportView(context, selfReportId)
}
