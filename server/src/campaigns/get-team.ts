import type { getTeam as contract } from '@cchc/domain/campaigns/contract.ts'
import type { Act } from '../platform/serve.ts'
import { getSettledCampaign } from './queries.ts'
import { readFields, readSeats } from './team-views.ts'

/** The team in the order of the decision, and the lead agency and stand-ins of each field. */
export const getTeam: Act<typeof contract> = async ({ db }, { params }) => {
  await getSettledCampaign(db, params.campaignId)
  return { members: await readSeats(db, params.campaignId), fields: await readFields(db, params.campaignId) }
}
