import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import type { CalendarDay } from '@cchc/domain/dates/working-days.ts'
import { climb, reachedOn, rungOf } from '@cchc/domain/follow-up/escalation.ts'
import type { ClimbRow, listOverdue as contract } from '@cchc/domain/follow-up/oversight-contract.ts'
import { compareUrgency } from '@cchc/domain/follow-up/rules.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getCampaignRecord } from '../campaigns/queries.ts'
import { recommendationView } from '../conclusions/recommendations.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { selectCarriedRecommendations, selectIssuedRecommendations } from './queries.ts'

/** What units are late with, of this campaign and of earlier years, and who was told of it so far. */
export const listOverdue: Act<typeof contract> = async (context, { params }) => {
  const { db, today } = context
  const { campaignId, year } = await getCampaignRecord(db, params.campaignId)
  const calendar = await readCalendar(db)
  const rows = [
    ...(await selectIssuedRecommendations(context).where('inspections.campaignId', '=', campaignId).execute()),
    ...(year === null ? [] : await selectCarriedRecommendations(context, year).execute()),
  ]
  const late = rows
    .map((row) => recommendationView(row, today, calendar))
    .filter(({ overdue }) => overdue)
    .sort(compareUrgency)
  const told = await remindersOf(context, late)
  return { recommendations: late.map((one) => ({ ...one, climb: climbOf(one, told, today, calendar) })) }
}

interface Told {
  readonly subjectId: string
  readonly dueOn: string
  readonly step: number
  readonly at: string
  readonly people: string[]
}

async function remindersOf({ db }: Context, late: readonly RecommendationView[]): Promise<Told[]> {
  if (late.length === 0) return []
  const rows = await db
    .selectFrom('reminders')
    .select(['subjectId', 'dueOn', 'step', 'at', 'personIds'])
    .where('kind', '=', 'recommendation')
    .where(
      'subjectId',
      'in',
      late.map(({ recommendationId }) => recommendationId),
    )
    .orderBy('at')
    .orderBy('step', 'desc')
    .execute()
  const told = [...new Set(rows.flatMap(({ personIds }) => personIds))]
  const people =
    told.length === 0
      ? []
      : await db.selectFrom('people').select(['personId', 'fullName']).where('personId', 'in', told).execute()
  const nameOf = new Map(people.map(({ personId, fullName }) => [personId, fullName]))
  return rows.map(({ personIds, ...row }) => ({
    ...row,
    people: personIds.map((id) => nameOf.get(id) ?? 'tài khoản đã xóa'),
  }))
}

/** Each row of the climb with the first reminder that was sent of it about the date that stands. */
function climbOf(
  { recommendationId, dueOn }: RecommendationView,
  told: readonly Told[],
  today: string,
  calendar: readonly CalendarDay[],
): ClimbRow[] {
  const own = told.filter((row) => row.subjectId === recommendationId && row.dueOn === dueOn)
  return climb.map((rung) => {
    const on = reachedOn(rung, dueOn, calendar)
    const first = own.find(({ step }) => rungOf(step) === rung)
    return {
      step: rung.step,
      to: [...rung.to],
      on,
      reached: on <= today,
      told: first ? { at: first.at, people: first.people } : null,
    }
  })
}
