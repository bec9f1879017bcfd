import { Refusal } from '@cchc/domain/refusals.ts'
import type { saveScheduling as contract } from '@cchc/domain/scheduling/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { schedulingView } from './scheduling-view.ts'

/** Changes the numbers that the season is scheduled by; what is scheduled already stays where it is. */
export const saveScheduling: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record } = context
  const { campaignId } = params
  const before = await getSettledCampaign(db, campaignId)
  const saved = await db
    .updateTable('campaigns')
    .set({ scheduling: JSON.stringify(body.settings), revision: body.revision + 1 })
    .where('campaignId', '=', campaignId)
    .where('revision', '=', body.revision)
    .returning('campaignId')
    .executeTakeFirst()
  if (!saved)
    throw new Refusal('changed-meanwhile', { what: 'Đợt kiểm tra' }, await schedulingView(context, campaignId))
  await record('campaign.scheduling', campaignId, { before: before.scheduling, after: body.settings })
  return schedulingView(context, campaignId)
}
