import type { listRecommendations as contract } from '@cchc/domain/follow-up/contract.ts'
import { compareUrgency } from '@cchc/domain/follow-up/rules.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getCampaignRecord } from '../campaigns/queries.ts'
import { recommendationView } from '../conclusions/recommendations.ts'
import type { Act } from '../platform/serve.ts'
import { selectCarriedRecommendations, selectIssuedRecommendations } from './queries.ts'

/** Every recommendation of the campaign's issued conclusions that the viewer may know, overdue first, and what earlier years left open. */
export const listRecommendations: Act<typeof contract> = async (context, { params }) => {
  const { db, today } = context
  const { campaignId, year } = await getCampaignRecord(db, params.campaignId)
  const calendar = await readCalendar(db)
  const rows = await selectIssuedRecommendations(context)
    .where('inspections.campaignId', '=', campaignId)
    .orderBy('units.fullName')
    .orderBy('conclusions.draftOrder')
    .orderBy('recommendations.position')
    .execute()
  const carried = year === null ? [] : await selectCarriedRecommendations(context, year).execute()
  return {
    recommendations: rows.map((row) => recommendationView(row, today, calendar)).sort(compareUrgency),
    carried: carried.map((row) => recommendationView(row, today, calendar)),
  }
}
