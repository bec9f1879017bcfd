import type { announceInspection as contract } from '@cchc/domain/inspections/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { issueDocument } from '../documents/queries.ts'
import { replaceIssuedNotice } from '../documents/replace-notice.ts'
import type { Act } from '../platform/serve.ts'
import { openSelfReport } from '../self-reports/queries.ts'
import { inspectionView } from './inspection-view.ts'
import { scheduleNoticePaperOf, scheduleNoticeSymbol } from './papers.ts'
import { getInspectionRecord, setInspectionState } from './queries.ts'
import { requireWholeRoster } from './roster-exceptions.ts'

/** Issues the schedule notice: the unit learns of its visit, and its self-report is open to write. Basis: QĐ 2251/QĐ-UBND, mục III.3.1, IV.1. */
export const announceInspection: Act<typeof contract> = async (context, { params, body }) => {
  const { db } = context
  const before = await getInspectionRecord(context, params.inspectionId)
  const campaign = await getSettledCampaign(db, before.campaignId)
  const inspection = await setInspectionState(context, params.inspectionId, 'announce')
  await requireWholeRoster(context, inspection, body.rosterReason)
  await replaceIssuedNotice(context, params.inspectionId)
  const paper = await scheduleNoticePaperOf(context, params.inspectionId, {
    number: body.number,
    issuedOn: body.issuedOn,
  })
  await issueDocument(context, {
    campaignId: inspection.campaignId,
    inspectionId: params.inspectionId,
    kind: 'schedule-notice',
    title: paper.subject.replaceAll('\n', ' '),
    number: body.number,
    symbol: scheduleNoticeSymbol(context.settings),
    issuedOn: body.issuedOn,
    paper,
  })
  await openSelfReport(db, params.inspectionId, campaign.outlineVersionId)
  return inspectionView(context, params.inspectionId)
}
