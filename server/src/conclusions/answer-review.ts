import { fieldPart } from '@cchc/domain/conclusions/draft-points.ts'
import type { answerReview as contract } from '@cchc/domain/conclusions/review-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { peopleToTell } from '../follow-up/people.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { writeRemarks } from './add-remark.ts'
import { newestReviews } from './ask-leads.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion } from './queries.ts'
import { reviewView } from './review-view.ts'

/** A lead's word on their fields: agreed, or remarks that have to be settled. Refuses with `not-your-field`. */
export const answerReview: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { conclusionId, inspectionId } = await lockConclusion(context, params.conclusionId, 'remark')
  const draft = await changedConclusion(context, inspectionId)
  const reviews = await newestReviews(db, conclusionId)
  const answer = body.remarks.length === 0 ? 'agreed' : 'remarked'
  for (const fieldKey of new Set(body.fieldKeys)) {
    const review = reviews.find((each) => each.fieldKey === fieldKey)
    if (review?.personId !== viewer.personId || review.answer !== null)
      throw new Refusal('not-your-field', {
        field: draft.fields.find((field) => field.fieldKey === fieldKey)?.name ?? fieldKey,
      })
    await db
      .updateTable('conclusionReviews')
      .set({ answer, answeredBy: viewer.personId, answeredAt: now, seen: fieldPart(draft, fieldKey) })
      .where('reviewNo', '=', review.reviewNo)
      .execute()
  }
  await record('conclusion.answer-review', conclusionId, { fieldKeys: body.fieldKeys, answer }, inspectionId)
  if (body.remarks.length > 0) await writeRemarks(context, draft, body.remarks)
  if (body.remarks.length > 0)
    await tell(context, {
      personIds: await peopleToTell(context, '-', ['secretary']),
      inspectionId,
      kind: 'conclusion.answer-review',
      title: `${viewer.fullName} góp ý dự thảo kết luận kiểm tra ${draft.unitName}`,
      body: body.remarks[0]?.text ?? '',
      link: `/ket-luan/${inspectionId}`,
    })
  return reviewView(context, conclusionId)
}
