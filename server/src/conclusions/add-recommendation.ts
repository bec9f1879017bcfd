import type { addRecommendation as contract } from '@cchc/domain/conclusions/contract.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion } from './queries.ts'
import { requireSound } from './recommendation-body.ts'

/** Adds a recommendation at the end of a draft. */
export const addRecommendation: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record } = context
  const { conclusionId, inspectionId } = await lockConclusion(context, params.conclusionId, 'save')
  await requireSound(context, inspectionId, body)
  const { recommendationId } = await db
    .insertInto('recommendations')
    .values((eb) => ({
      ...body,
      conclusionId,
      inspectionId,
      position: eb
        .selectFrom('recommendations')
        .where('conclusionId', '=', conclusionId)
        .select((inner) => inner.fn.coalesce(inner(inner.fn.max('position'), '+', 1), inner.lit(0)).as('next')),
    }))
    .returning('recommendationId')
    .executeTakeFirstOrThrow()
  await record('recommendation.add', recommendationId, {}, inspectionId)
  return changedConclusion(context, inspectionId)
}
