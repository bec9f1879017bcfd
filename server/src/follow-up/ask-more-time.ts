import type { askMoreTime as contract } from '@cchc/domain/follow-up/extension-contract.ts'
import { askMoreTimeRefusal, newDueDateRefusal } from '@cchc/domain/follow-up/more-time.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { readCalendar } from '../calendar/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { moreTimeView } from './more-time.ts'
import { everybody, peopleToTell } from './people.ts'
import { lockRecommendation } from './queries.ts'

/** The unit's head asks for more time; the unit and those who decide are told. After the due date it is marked as late. */
export const askMoreTime: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  const recommendation = await lockRecommendation(context, params.recommendationId)
  const { recommendationId, inspectionId, unitCode, unitName, dueOn, text } = recommendation
  const refusal =
    askMoreTimeRefusal(viewer, recommendation) ??
    newDueDateRefusal(body.wishedOn, { dueOn, today }, await readCalendar(db))
  if (refusal) throw refusal
  const { extensionId } = await db
    .insertInto('recommendationExtensions')
    .values({
      recommendationId,
      reason: body.reason,
      wishedOn: body.wishedOn,
      dueOn,
      askedLate: dueOn < today,
      askedBy: viewer.personId,
      askedAt: now,
    })
    .returning('extensionId')
    .executeTakeFirstOrThrow()
  await record('recommendation.ask-time', recommendationId, { extensionId, dueOn, ...body }, inspectionId)
  await tell(context, {
    personIds: await peopleToTell(context, unitCode, everybody),
    inspectionId,
    kind: 'recommendation.ask-time',
    title: `${unitName} đề nghị gia hạn khắc phục đến ${formatDate(body.wishedOn)}`,
    body: `Kiến nghị: ${text}\nHạn hiện nay: ${formatDate(dueOn)}. Lý do: ${body.reason}`,
    link: `/khac-phuc/${recommendationId}`,
  })
  return moreTimeView(context, recommendationId)
}
