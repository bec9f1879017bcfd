import { Refusal } from '@cchc/domain/refusals.ts'
import type { askSchedule as contract } from '@cchc/domain/scheduling/contract.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { isSilent, proposalView } from './queries.ts'
import { readProblem } from './read-problem.ts'

/** Asks for a schedule. One of a campaign is worked out at a time; one that has been silent for long gives way. */
export const askSchedule: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record, enqueue } = context
  const { campaignId } = params
  const { campaign, problem } = await readProblem(context, campaignId, body)
  if (problem.units.length === 0) throw new Refusal('nothing-to-schedule')
  await giveUpSilent(context, campaignId)
  const underWay = await db
    .selectFrom('scheduleProposals')
    .innerJoin('people', 'people.personId', 'scheduleProposals.askedBy')
    .select('people.fullName')
    .where('campaignId', '=', campaignId)
    .where('state', 'in', ['queued', 'solving'])
    .executeTakeFirst()
  if (underWay) throw new Refusal('schedule-under-way', { who: underWay.fullName })
  const { scheduleProposalId } = await db
    .insertInto('scheduleProposals')
    .values({
      campaignId,
      askedBy: viewer.personId,
      askedAt: now,
      ask: JSON.stringify(body),
      settings: JSON.stringify(campaign.scheduling),
    })
    .returning('scheduleProposalId')
    .executeTakeFirstOrThrow()
  await enqueue('schedule.solve', { scheduleProposalId })
  await record('schedule.ask', scheduleProposalId, { campaignId, units: problem.units.length, weights: body.weights })
  return proposalView(context, scheduleProposalId)
}

async function giveUpSilent({ db }: Context, campaignId: string): Promise<void> {
  await db
    .updateTable('scheduleProposals')
    .set((eb) => ({
      state: 'failed',
      problem: 'Máy chủ dừng trong lúc tính nên lần tính này bị bỏ dở.',
      progress: null,
      revision: eb('revision', '+', 1),
    }))
    .where('campaignId', '=', campaignId)
    .where(isSilent)
    .execute()
}
