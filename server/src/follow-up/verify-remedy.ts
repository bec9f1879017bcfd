import { nextRecommendationState } from '@cchc/domain/conclusions/states.ts'
import type { verifyRemedy as contract } from '@cchc/domain/follow-up/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getInspectionForUpdate } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { closeWhenNothingIsOwed } from './close-inspection.ts'
import { getRecommendationView, lockRecommendation, recommendationDetail } from './queries.ts'
import { requireAction } from './require-action.ts'

const acts = { adequate: 'verify', 'not-adequate': 'send-back' } as const

/**
 * Judges the newest remedy: adequate settles the recommendation, and the last one settled closes the inspection; not
 * adequate sends it back with the reason. Basis: QĐ 2251/QĐ-UBND, mục I.1.
 */
export const verifyRemedy: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { inspectionId } = await getRecommendationView(context, params.recommendationId)
  await getInspectionForUpdate(context, inspectionId)
  const recommendation = await lockRecommendation(context, params.recommendationId)
  requireAction(viewer, recommendation, 'verify')
  if (body.verdict === 'not-adequate' && body.reason === '') throw new Refusal('verdict-reason-needed')
  const { recommendationId, state } = recommendation
  const act = acts[body.verdict]
  await db
    .updateTable('remedies')
    .set({ verdict: body.verdict, verdictReason: body.reason, verifiedBy: viewer.personId, verifiedAt: now })
    .where('recommendationId', '=', recommendationId)
    .where('verdict', 'is', null)
    .execute()
  await db
    .updateTable('recommendations')
    .set((eb) => ({ state: nextRecommendationState(state, act), revision: eb('revision', '+', 1) }))
    .where('recommendationId', '=', recommendationId)
    .execute()
  await record(`recommendation.${act}`, recommendationId, { reason: body.reason }, inspectionId)
  if (act === 'verify') await closeWhenNothingIsOwed(context, inspectionId)
  return recommendationDetail(context, recommendationId)
}
