import type { withdrawMoreTime as contract } from '@cchc/domain/follow-up/extension-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { lockOpenRequest, moreTimeView, withdrawOpenRequest } from './more-time.ts'
import { everybody, peopleToTell } from './people.ts'
import { lockRecommendation } from './queries.ts'

/** The unit's head takes a request back before it is decided; the date stays as it was. */
export const withdrawMoreTime: Act<typeof contract> = async (context, { params, body }) => {
  const { viewer, record } = context
  const { recommendationId, inspectionId, unitCode, unitName } = await lockRecommendation(
    context,
    params.recommendationId,
  )
  if (viewer.unitCode !== unitCode) throw new Refusal('not-permitted')
  const { extensionId } = await lockOpenRequest(context, recommendationId, params.extensionId)
  await withdrawOpenRequest(context, recommendationId, body.reason)
  await record('recommendation.withdraw-time', recommendationId, { extensionId, ...body }, inspectionId)
  await tell(context, {
    personIds: await peopleToTell(context, unitCode, everybody),
    inspectionId,
    kind: 'recommendation.withdraw-time',
    title: `${unitName} rút đề nghị gia hạn khắc phục`,
    body: body.reason,
    link: `/khac-phuc/${recommendationId}`,
  })
  return moreTimeView(context, recommendationId)
}
