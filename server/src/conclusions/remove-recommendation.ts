import type { removeRecommendation as contract } from '@cchc/domain/conclusions/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { lockConclusion } from './queries.ts'
import { findConclusionOf } from './recommendations.ts'

/** Removes a recommendation of a draft; one that is carried on is ended with a reason instead (`carried-needs-reason`). */
export const removeRecommendation: Act<typeof contract> = async (context, { params }) => {
  const { db, record } = context
  const { recommendationId } = params
  const { inspectionId } = await lockConclusion(context, await findConclusionOf(context, recommendationId), 'save')
  const removed = await db
    .deleteFrom('recommendations')
    .where('recommendationId', '=', recommendationId)
    .returning(['text', 'carries'])
    .executeTakeFirst()
  if (!removed) throw new Refusal('no-such-recommendation')
  if (removed.carries !== null) throw new Refusal('carried-needs-reason', { which: removed.text })
  await record('recommendation.remove', recommendationId, { text: removed.text }, inspectionId)
  return { done: true }
}
