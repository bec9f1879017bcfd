import type { getLedger as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { ledgerView } from './ledger.ts'

/** The campaign's budget lines and costs with their totals. */
export const getLedger: Act<typeof contract> = async (context, { params: { campaignId } }) => {
  await getSettledCampaign(context.db, campaignId)
  return ledgerView(context, campaignId)
}
