import { Refusal } from '@cchc/domain/refusals.ts'
import type { openCorrection as contract } from '@cchc/domain/self-reports/sending-contract.ts'
import { nextSelfReportState } from '@cchc/domain/self-reports/states.ts'
import type { Act } from '../platform/serve.ts'
import { beginAnew } from './corrections.ts'
import { lockReportFor } from './move-report.ts'
import { currentReportView } from './report-view.ts'
import { tellOfReport } from './tell-of-report.ts'

/**
 * The head opens what was sent for a correction, with a reason: the words of whoever asked for it, or the head's own
 * (`reason-needed` without either). The version that was sent counts until the correction is sent, and the verdict of the first
 * sending stands.
 */
export const openCorrection: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const report = await lockReportFor(context, 'open-correction', params.selfReportId)
  const { selfReportId, inspectionId, version } = report
  const asked = await db
    .selectFrom('reportCorrections')
    .select(['correctionId', 'reason'])
    .where('selfReportId', '=', selfReportId)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  const reason = body.reason || asked?.reason
  if (!reason) throw new Refusal('reason-needed')
  const opened = { state: 'open', reason, decidedBy: viewer.personId, decidedAt: now }
  if (asked)
    await db.updateTable('reportCorrections').set(opened).where('correctionId', '=', asked.correctionId).execute()
  else
    await db
      .insertInto('reportCorrections')
      .values({ ...opened, selfReportId, version, askedBy: viewer.personId, askedAt: now })
      .execute()
  await beginAnew(context, selfReportId)
  const state = nextSelfReportState(report.state, 'open-correction')!
  await db
    .updateTable('selfReports')
    .set({ state, correcting: version > 0 })
    .where('selfReportId', '=', selfReportId)
    .execute()
  await record('self-report.open-correction', selfReportId, { from: report.state, to: state, reason }, inspectionId)
  await tellOfReport(context, report, 'open-correction', reason)
  return currentReportView(context, selfReportId)
}
