import { holds } from '@cchc/domain/access/permissions.ts'
import type {
  getCampaign as getContract,
  listCampaigns as listContract,
  getReview as reviewContract,
} from '@cchc/domain/campaigns/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { getCampaignRecord } from './queries.ts'
import { campaignSummary, campaignView, reviewView } from './views.ts'

/** Every campaign, newest first; drafts are their makers' own affair. */
export const listCampaigns: Act<typeof listContract> = async ({ db, viewer }) => {
  let campaigns = db.selectFrom('campaigns').selectAll().orderBy('createdAt', 'desc')
  if (!holds(viewer, 'campaign.prepare') && !holds(viewer, 'campaign.decide'))
    campaigns = campaigns.where('state', '<>', 'draft')
  return { campaigns: (await campaigns.execute()).map(campaignSummary) }
}

export const getCampaign: Act<typeof getContract> = async ({ db, viewer }, { params }) => {
  const row = await getCampaignRecord(db, params.campaignId)
  const mayKnow = row.state !== 'draft' || holds(viewer, 'campaign.prepare') || holds(viewer, 'campaign.decide')
  if (!mayKnow) throw new Refusal('no-such-campaign')
  return campaignView(row, viewer)
}

export const getReview: Act<typeof reviewContract> = async ({ db, viewer }, { params }) =>
  reviewView(db, await getCampaignRecord(db, params.campaignId), viewer)
