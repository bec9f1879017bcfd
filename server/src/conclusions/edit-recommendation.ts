import type { editRecommendation as contract } from '@cchc/domain/conclusions/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion } from './queries.ts'
import { requireSound } from './recommendation-body.ts'
import { findConclusionOf } from './recommendations.ts'

/** Changes a recommendation of a draft; refuses with `changed-meanwhile`, whose details hold both, when somebody saved first. */
export const editRecommendation: Act<typeof contract> = async (context, { params, body: { revision, ...body } }) => {
  const { db, record } = context
  const { recommendationId } = params
  const { conclusionId, inspectionId } = await lockConclusion(
    context,
    await findConclusionOf(context, recommendationId),
    'save',
  )
  await requireSound(context, inspectionId, body)
  const saved = await db
    .updateTable('recommendations')
    .set({ ...body, revision: revision + 1 })
    .where('recommendationId', '=', recommendationId)
    .where('conclusionId', '=', conclusionId)
    .where('revision', '=', revision)
    .returning('recommendationId')
    .executeTakeFirst()
  const view = await changedConclusion(context, inspectionId)
  if (!saved) {
    const theirs = view.recommendations.find((each) => each.recommendationId === recommendationId)
    if (!theirs) throw new Refusal('no-such-recommendation')
    throw new Refusal('changed-meanwhile', { what: 'Kiến nghị' }, { theirs, yours: body })
  }
  await record('recommendation.edit', recommendationId, { revision: revision + 1 }, inspectionId)
  return view
}
