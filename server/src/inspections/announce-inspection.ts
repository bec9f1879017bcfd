import type { announceInspection as contract } from '@cchc/domain/inspections/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { announceByOwnNotice } from './announce-visit.ts'
import { inspectionView } from './inspection-view.ts'
import { getInspectionRecord } from './queries.ts'

/** Issues the schedule notice: the unit learns of its visit, and its self-report is open to write. Basis: QĐ 2251/QĐ-UBND, mục III.3.1, IV.1. */
export const announceInspection: Act<typeof contract> = async (context, { params, body }) => {
  const { inspectionId } = params
  const { campaignId } = await getInspectionRecord(context, inspectionId)
  const campaign = await getSettledCampaign(context.db, campaignId)
  const { number, issuedOn, rosterReason } = body
  await announceByOwnNotice(context, campaign, { inspectionId, rosterReason }, { number, issuedOn })
  return inspectionView(context, inspectionId)
}
