import { ScheduleAsk, type SchedulingView } from '@cchc/domain/scheduling/contract.ts'
import { SchedulingWeights } from '@cchc/domain/scheduling/problem.ts'
import { getCampaignRecord } from '../campaigns/queries.ts'
import type { Context } from '../platform/context.ts'
import { readProblem } from './read-problem.ts'

/** What a schedule would be made from now; weights are those that were asked with last. */
export async function schedulingView(context: Context, campaignId: string): Promise<SchedulingView> {
  const { db } = context
  const asked = await db
    .selectFrom('scheduleProposals')
    .select(['scheduleProposalId', 'state', 'ask'])
    .where('campaignId', '=', campaignId)
    .orderBy('askedAt', 'desc')
    .orderBy('askingOrder', 'desc')
    .limit(1)
    .executeTakeFirst()
  const weights = asked ? ScheduleAsk.parse(asked.ask).weights : SchedulingWeights.parse({})
  const { campaign, visits, remarks } = await readProblem(context, campaignId, { weights, pinned: [] })
  const { revision } = await getCampaignRecord(db, campaignId)
  const movable = visits.filter(({ state }) => state === 'planned' || state === 'scheduled')
  return {
    campaignId,
    settings: campaign.scheduling,
    revision,
    weights,
    toPlace: movable.map(({ inspectionId, unitName, standsOn }) => ({ inspectionId, unitName, standsOn })),
    fixedCount: visits.length - movable.length,
    remarks: [...remarks],
    latest: asked && asked.state !== 'discarded' && asked.state !== 'cancelled' ? asked.scheduleProposalId : null,
  }
}
