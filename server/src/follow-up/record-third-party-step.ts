import { nextRecommendationState } from '@cchc/domain/conclusions/states.ts'
import { thirdPartyRefusal } from '@cchc/domain/follow-up/third-party.ts'
import {
  type recordThirdPartyStep as contract,
  thirdPartyActNames,
} from '@cchc/domain/follow-up/third-party-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { peopleToTell } from './people.ts'
import { lockRecommendation } from './queries.ts'
import { requireAction } from './require-action.ts'
import { thirdPartySteps } from './third-party-steps.ts'

/** Writes down one step of a recommendation to the city, a ministry or another body; the office is told, the unit never reminded. */
export const recordThirdPartyStep: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, today, record } = context
  const recommendation = await lockRecommendation(context, params.recommendationId)
  requireAction(viewer, recommendation, 'forward')
  const { recommendationId, inspectionId, unitCode, addressee, state } = recommendation
  const refusal = thirdPartyRefusal(body, await thirdPartySteps(context, recommendationId), today)
  if (refusal) throw refusal
  await db
    .insertInto('thirdPartySteps')
    .values({ ...body, recommendationId, recordedBy: viewer.personId, recordedAt: now })
    .execute()
  if (body.step === 'closed') {
    const closed = nextRecommendationState(state, 'settle')
    if (!closed) throw new Refusal('not-permitted')
    await db
      .updateTable('recommendations')
      .set((eb) => ({ state: closed, revision: eb('revision', '+', 1) }))
      .where('recommendationId', '=', recommendationId)
      .execute()
  }
  await record(`recommendation.${body.step}`, recommendationId, { ...body }, inspectionId)
  await tell(context, {
    personIds: await peopleToTell(context, unitCode, ['secretary', 'standing-deputy']),
    inspectionId,
    kind: `recommendation.${body.step}`,
    title: `${thirdPartyActNames[body.step]}: kiến nghị với ${addressee}`,
    body: [body.letter, body.note].filter(Boolean).join('. '),
    link: `/khac-phuc/${recommendationId}`,
  })
  return { done: true }
}
