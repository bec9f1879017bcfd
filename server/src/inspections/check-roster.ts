import type { checkRoster as contract, HalfDay } from '@cchc/domain/inspections/contract.ts'
import { proposeRoster, rosterGaps, seatsForSlot } from '@cchc/domain/inspections/roster.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { readFields, readSeats } from '../campaigns/team-views.ts'
import type { Act } from '../platform/serve.ts'
import { rosterOf } from './inspection-view.ts'
import { getInspectionRecord } from './queries.ts'
import { rosterQuestion } from './roster-facts.ts'

/** The team for one half-day of a visit, a roster to propose, and what the standing roster lacks then; changes nothing. */
export const checkRoster: Act<typeof contract> = async (context, { params, query }) => {
  const inspection = await getInspectionRecord(context, params.inspectionId)
  const visitOn = query.visitOn ?? inspection.visitOn
  const halfDay = (query.halfDay ?? inspection.halfDay ?? 'morning') as HalfDay
  const question = visitOn
    ? await rosterQuestion(context, inspection, { visitOn, halfDay })
    : await unscheduledQuestion(context.db, inspection.campaignId)
  const proposed = proposeRoster(question).map(({ teamMemberId, fieldKeys }) => ({
    teamMemberId,
    fieldKeys: [...fieldKeys],
  }))
  const standing = await rosterOf(context.db, inspection.inspectionId)
  return { visitOn, halfDay: visitOn ? halfDay : null, ...question, proposed, gaps: rosterGaps(question, standing) }
}

/** Before a day is chosen nobody is known to be busy. */
async function unscheduledQuestion(db: Parameters<typeof readSeats>[0], campaignId: string) {
  const anyDay = { visitOn: '0001-01-01', halfDay: 'morning' } as const
  return {
    quorum: (await getSettledCampaign(db, campaignId)).scheduling.rosterQuorum,
    fields: await readFields(db, campaignId),
    seats: seatsForSlot(await readSeats(db, campaignId), anyDay, new Map(), new Map()),
  }
}
