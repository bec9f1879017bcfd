import type { getTeam as contract } from '@cchc/domain/campaigns/contract.ts'
import type { Act } from '../platform/serve.ts'
import { getSettledCampaign } from './queries.ts'
import { readFields, seatView, selectSeats } from './team-views.ts'

/** The team in the order of the decision, and the lead agency of each field. */
export const getTeam: Act<typeof contract> = async ({ db }, { params }) => {
  await getSettledCampaign(db, params.campaignId)
  const seats = await selectSeats(db)
    .where('teamMembers.campaignId', '=', params.campaignId)
    .orderBy('teamMembers.position')
    .execute()
  return { members: seats.map(seatView), fields: await readFields(db, params.campaignId) }
}
