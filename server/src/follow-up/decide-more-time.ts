import type { decideMoreTime as contract } from '@cchc/domain/follow-up/extension-contract.ts'
import { newDueDateRefusal } from '@cchc/domain/follow-up/more-time.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { readCalendar } from '../calendar/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { lockOpenRequest, moreTimeView, moveDueDate } from './more-time.ts'
import { everybody, peopleToTell } from './people.ts'
import { lockRecommendation } from './queries.ts'

/**
 * The standing deputy or the leader grants more time or refuses it, with the reason; nobody for the unit they belong to. The
 * granted date is the due date from now on, and its working days are kept with the request.
 */
export const decideMoreTime: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  const { recommendationId, inspectionId, unitCode, dueOn } = await lockRecommendation(context, params.recommendationId)
  if (viewer.unitCode === unitCode) throw new Refusal('not-permitted')
  const { extensionId } = await lockOpenRequest(context, recommendationId, params.extensionId)
  let days: number | null = null
  if (body.to) {
    const refusal = newDueDateRefusal(body.to, { dueOn, today }, await readCalendar(db))
    if (refusal) throw refusal
    const move = { from: dueOn, to: body.to, cause: 'extension', reason: body.reason } as const
    days = await moveDueDate(context, recommendationId, move)
  }
  await db
    .updateTable('recommendationExtensions')
    .set({
      state: body.to ? 'granted' : 'refused',
      grantedTo: body.to,
      grantedWorkingDays: days,
      decidedBy: viewer.personId,
      decidedAt: now,
      decisionReason: body.reason,
    })
    .where('extensionId', '=', extensionId)
    .execute()
  await record('recommendation.decide-time', recommendationId, { extensionId, ...body }, inspectionId)
  const title = body.to
    ? `Được gia hạn khắc phục đến ${formatDate(body.to)} (thêm ${days} ngày làm việc)`
    : 'Không gia hạn khắc phục kiến nghị'
  await tell(context, {
    personIds: await peopleToTell(context, unitCode, everybody),
    inspectionId,
    kind: 'recommendation.decide-time',
    title,
    body: body.reason,
    link: `/khac-phuc/${recommendationId}`,
    mail: { subject: title, body: body.reason },
  })
  return moreTimeView(context, recommendationId)
}
