import { unsettledWords } from '@cchc/domain/conclusions/review.ts'
import type { approveConclusion as contract } from '@cchc/domain/conclusions/review-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { peopleToTell } from '../follow-up/people.ts'
import { tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { type ConclusionRecord, lockConclusion } from './queries.ts'
import { reviewView } from './review-view.ts'
import { readUnsettled } from './unsettled.ts'

/**
 * Whoever may sign approves the draft as it stands; where something is not settled, with the reason of the exception, else
 * `draft-unsettled`. Basis: Nghị định 30/2020/NĐ-CP, Điều 11.
 */
export const approveConclusion: Act<typeof contract> = async (context, { params, body }) => {
  const conclusion = await lockConclusion(context, params.conclusionId, 'approve')
  await approve(context, conclusion, body.exception)
  const { inspectionId } = conclusion
  await tell(context, {
    personIds: await peopleToTell(context, '-', ['secretary']),
    inspectionId,
    kind: 'conclusion.approve',
    title: 'Dự thảo kết luận đã được duyệt, chờ lấy số và ban hành',
    body: body.exception && `Duyệt kèm ngoại lệ: ${body.exception}`,
    link: `/ket-luan/${inspectionId}`,
  })
  return reviewView(context, conclusion.conclusionId)
}

/** Writes the approval of a locked draft down. */
export async function approve(context: Context, conclusion: ConclusionRecord, exception: string): Promise<void> {
  const { db, viewer, now, record } = context
  const { conclusionId, inspectionId } = conclusion
  const unsettled = await readUnsettled(context, conclusionId)
  const why = unsettledWords(unsettled)
  if (why.length > 0 && exception === '') {
    if (why.length === 1 && unsettled.remarks > 0)
      throw new Refusal('remarks-open', { count: String(unsettled.remarks) })
    throw new Refusal('draft-unsettled', { why: why.join('; ') })
  }
  await db
    .updateTable('conclusions')
    .set({ approvedBy: viewer.personId, approvedAt: now, approvalException: why.length > 0 ? exception : '' })
    .where('conclusionId', '=', conclusionId)
    .execute()
  await record('conclusion.approve', conclusionId, { unsettled: why, exception }, inspectionId)
}
