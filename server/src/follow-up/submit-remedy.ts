import { nextRecommendationState } from '@cchc/domain/conclusions/states.ts'
import type { submitRemedy as contract } from '@cchc/domain/follow-up/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { attachmentsOf } from '../evidence/queries.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { openTurn } from './evidence-of-remedy.ts'
import { withdrawOpenRequest } from './more-time.ts'
import { peopleToTell } from './people.ts'
import { lockRecommendation, recommendationDetail } from './queries.ts'
import { requireAction } from './require-action.ts'

/** The unit says what it mended, in words or by proof; the recommendation then waits for the team. Basis: QĐ 2251/QĐ-UBND, mục I.1. */
export const submitRemedy: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const recommendation = await lockRecommendation(context, params.recommendationId)
  requireAction(viewer, recommendation, 'remedy')
  const { recommendationId, inspectionId, unitCode, unitName, state } = recommendation
  const turn = await openTurn(context, recommendationId)
  const proofs = (await attachmentsOf(context, 'remedy', recommendationId)).filter(
    (file) => file.place === String(turn) && file.state !== 'infected',
  )
  if (body.text === '' && proofs.length === 0) throw new Refusal('proof-needed')
  const fileIds = proofs.map(({ attachmentId }) => attachmentId)
  const { remedyId } = await db
    .insertInto('remedies')
    .values({ recommendationId, turn, text: body.text, fileIds, submittedBy: viewer.personId, submittedAt: now })
    .returning('remedyId')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('recommendations')
    .set((eb) => ({ state: nextRecommendationState(state, 'remedy'), revision: eb('revision', '+', 1) }))
    .where('recommendationId', '=', recommendationId)
    .execute()
  if (recommendation.waitsForTime)
    await withdrawOpenRequest(context, recommendationId, 'Đơn vị đã báo cáo khắc phục, không cần gia hạn nữa.')
  await record(
    'recommendation.remedy',
    recommendationId,
    { remedyId, files: proofs.map(({ sha256 }) => sha256) },
    inspectionId,
  )
  await tell(context, {
    personIds: await peopleToTell(context, unitCode, ['heads', 'secretary', 'standing-deputy']),
    inspectionId,
    kind: 'recommendation.remedy',
    title: `${unitName} báo cáo khắc phục kiến nghị`,
    body: recommendation.text,
    link: `/khac-phuc/${recommendationId}`,
  })
  return recommendationDetail(context, recommendationId)
}
