import type { listEarlierRecommendations as contract } from '@cchc/domain/follow-up/oversight-contract.ts'
import { readCalendar } from '../calendar/queries.ts'
import { recommendationView } from '../conclusions/recommendations.ts'
import { getVisitGround } from '../fieldwork/queries.ts'
import type { Act } from '../platform/serve.ts'
import { selectCarriedRecommendations } from './queries.ts'

/** What earlier years asked of the unit of this visit and is still open. */
export const listEarlierRecommendations: Act<typeof contract> = async (context, { params }) => {
  const { unitCode, year } = await getVisitGround(context, params.inspectionId)
  if (year === null) return { recommendations: [] }
  const calendar = await readCalendar(context.db)
  const rows = await selectCarriedRecommendations(context, year).where('inspections.unitCode', '=', unitCode).execute()
  return { recommendations: rows.map((row) => recommendationView(row, context.today, calendar)) }
}
