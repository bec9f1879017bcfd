import type { removeRecommendation as contract } from '@cchc/domain/conclusions/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { lockConclusion } from './queries.ts'
import { findConclusionOf } from './recommendations.ts'

/** Removes a recommendation of a draft. */
export const removeRecommendation: Act<typeof contract> = async (context, { params }) => {
  const { db, record } = context
  const { recommendationId } = params
  const { inspectionId } = await lockConclusion(context, await findConclusionOf(context, recommendationId), 'save')
  const removed = await db
    .deleteFrom('recommendations')
    .where('recommendationId', '=', recommendationId)
    .returning('text')
    .executeTakeFirst()
  if (!removed) throw new Refusal('no-such-recommendation')
  await record('recommendation.remove', recommendationId, { text: removed.text }, inspectionId)
  return { done: true }
}
