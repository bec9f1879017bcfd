import type { listRegistrations as contract } from '@cchc/domain/thematic/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { registrationViews } from './registration-view.ts'

/** The campaign's registrations with the overlaps of what still waits; a department sees its own alone. */
export const listRegistrations: Act<typeof contract> = async (context, { params }) => {
  await getSettledCampaign(context.db, params.campaignId)
  return { registrations: await registrationViews(context, params.campaignId) }
}
