import type { getTransportDay as contract } from '@cchc/domain/logistics/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { readTransportDays } from './transport-days.ts'

/** One day of transport; a day without visit and vehicle is there too, empty. */
export const getTransportDay: Act<typeof contract> = async (context, { params: { campaignId, day } }) => {
  const campaign = await getSettledCampaign(context.db, campaignId)
  const [found] = await readTransportDays(context, campaign, { from: day, to: day })
  return found ?? { day, visits: [], people: [], trips: [], routes: [], problems: [] }
}
