import type { listRecommendations as contract } from '@cchc/domain/follow-up/contract.ts'
import { compareUrgency } from '@cchc/domain/follow-up/rules.ts'
import { readCalendar } from '../calendar/queries.ts'
import { recommendationView } from '../conclusions/recommendations.ts'
import type { Act } from '../platform/serve.ts'
import { selectIssuedRecommendations } from './queries.ts'

/** Every recommendation of the campaign's issued conclusions that the viewer may know, overdue first. */
export const listRecommendations: Act<typeof contract> = async (context, { params }) => {
  const calendar = await readCalendar(context.db)
  const rows = await selectIssuedRecommendations(context)
    .where('inspections.campaignId', '=', params.campaignId)
    .orderBy('units.fullName')
    .orderBy('recommendations.position')
    .execute()
  return { recommendations: rows.map((row) => recommendationView(row, context.today, calendar)).sort(compareUrgency) }
}
