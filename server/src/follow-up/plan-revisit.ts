import { dayVerdict, verdictInWords } from '@cchc/domain/dates/working-days.ts'
import type { planRevisit as contract } from '@cchc/domain/follow-up/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { peopleToTell } from './people.ts'
import { lockRecommendation, recommendationDetail } from './queries.ts'
import { requireAction } from './require-action.ts'

/** Notes when the team goes to the unit again to judge its newest remedy; it can be noted anew until the verdict. The unit is told. */
export const planRevisit: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  const recommendation = await lockRecommendation(context, params.recommendationId)
  requireAction(viewer, recommendation, 'verify')
  const { recommendationId, inspectionId, unitCode } = recommendation
  const { on, halfDay, note } = body
  const verdict = dayVerdict(on, await readCalendar(db))
  const why = on < today ? 'đã qua' : verdict.working ? null : `là ngày nghỉ (${verdictInWords(verdict)})`
  if (why) throw new Refusal('revisit-day', { date: formatDate(on), why })
  await db
    .updateTable('remedies')
    .set({ revisitOn: on, revisitHalfDay: halfDay, revisitNote: note, revisitBy: viewer.personId, revisitAt: now })
    .where('recommendationId', '=', recommendationId)
    .where('verdict', 'is', null)
    .execute()
  await record('recommendation.plan-revisit', recommendationId, { ...body }, inspectionId)
  const title = `Đoàn kiểm tra lại việc khắc phục: ${halfDayNames[halfDay].toLocaleLowerCase('vi')} ${formatDate(on)}`
  await tell(context, {
    personIds: await peopleToTell(context, unitCode, ['officers', 'heads', 'secretary']),
    inspectionId,
    kind: 'recommendation.plan-revisit',
    title,
    body: note || recommendation.text,
    link: `/khac-phuc/${recommendationId}`,
    mail: { subject: title, body: note || recommendation.text },
  })
  return recommendationDetail(context, recommendationId)
}
