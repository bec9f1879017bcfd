import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { nextRecommendationState } from '@cchc/domain/conclusions/states.ts'
import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import type { Input } from '@cchc/domain/endpoint.ts'
import type { verifyRemedy as contract } from '@cchc/domain/follow-up/contract.ts'
import { dueDateAfterSendBack, newDueDateRefusal } from '@cchc/domain/follow-up/more-time.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { closeWhenNothingIsOwed } from './close-inspection.ts'
import { moveDueDate } from './more-time.ts'
import { peopleToTell } from './people.ts'
import { getRecommendationView, lockRecommendation, recommendationDetail } from './queries.ts'
import { requireAction } from './require-action.ts'

const acts = { adequate: 'verify', 'not-adequate': 'send-back' } as const

/**
 * Judges the newest remedy: adequate settles the recommendation, and the last one settled closes the inspection; not
 * adequate sends it back with the reason and a new due date. It is judged on paper, or by a re-visit with what was seen there. Basis: QĐ 2251/QĐ-UBND, mục I.1.
 */
export const verifyRemedy: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  const { inspectionId } = await getRecommendationView(context, params.recommendationId)
  await getInspectionForUpdate(context, inspectionId)
  const recommendation = await lockRecommendation(context, params.recommendationId)
  requireAction(viewer, recommendation, 'verify')
  if (body.verdict === 'not-adequate' && body.reason === '') throw new Refusal('verdict-reason-needed')
  const { recommendationId, unitCode, state } = recommendation
  const act = acts[body.verdict]
  const { visited } = body
  if (visited && body.reason === '') throw new Refusal('verdict-reason-needed')
  if (visited && visited.on > today) throw new Refusal('revisit-day', { date: formatDate(visited.on), why: 'chưa đến' })
  const sentBackDueOn = act === 'send-back' ? await newDueDate(context, recommendation, body) : null
  await db
    .updateTable('remedies')
    .set({
      verdict: body.verdict,
      verdictReason: body.reason,
      verifiedBy: viewer.personId,
      verifiedAt: now,
      verifiedHow: visited ? 'visit' : 'paper',
      sentBackDueOn,
      ...(visited && { revisitOn: visited.on, revisitHalfDay: visited.halfDay }),
    })
    .where('recommendationId', '=', recommendationId)
    .where('verdict', 'is', null)
    .execute()
  await db
    .updateTable('recommendations')
    .set((eb) => ({ state: nextRecommendationState(state, act), revision: eb('revision', '+', 1) }))
    .where('recommendationId', '=', recommendationId)
    .execute()
  await record(`recommendation.${act}`, recommendationId, { ...body, sentBackDueOn }, inspectionId)
  const title =
    act === 'verify'
      ? 'Đoàn kiểm tra xác nhận đã khắc phục xong kiến nghị'
      : `Khắc phục chưa đạt, làm tiếp đến ${formatDate(sentBackDueOn ?? recommendation.dueOn)}`
  await tell(context, {
    personIds: await peopleToTell(context, unitCode, ['officers', 'heads', 'secretary']),
    inspectionId,
    kind: `recommendation.${act}`,
    title,
    body: body.reason || recommendation.text,
    link: `/khac-phuc/${recommendationId}`,
    mail: { subject: title, body: body.reason || recommendation.text },
  })
  if (act === 'verify') await closeWhenNothingIsOwed(context, inspectionId)
  return recommendationDetail(context, recommendationId)
}

/** The date that the unit gets for what it must do still: the one named, or the one proposed. */
async function newDueDate(
  context: Context,
  { recommendationId, dueOn }: RecommendationView,
  body: Input<typeof contract>['body'],
): Promise<CalendarDate> {
  const { db, today } = context
  const calendar = await readCalendar(db)
  const to = body.dueOn ?? dueDateAfterSendBack({ dueOn, today }, calendar)
  if (to === dueOn && to >= today) return to
  const refusal = newDueDateRefusal(to, { dueOn, today }, calendar)
  if (refusal) throw refusal
  await moveDueDate(context, recommendationId, { from: dueOn, to, cause: 'sent-back', reason: body.reason })
  return to
}
