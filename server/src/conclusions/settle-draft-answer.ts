import type { settleDraftAnswer as contract } from '@cchc/domain/conclusions/answer-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { lockShowing, showingView } from './showing-view.ts'

/** What becomes of one thing that the unit explained: the draft is changed, or stands and why. The unit reads it once the notice is out. */
export const settleDraftAnswer: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const showing = await lockShowing(context, params.showingId)
  const { showingId, inspectionId, state } = showing
  if (state !== 'sent')
    throw new Refusal('answer-closed', {
      act: 'xử lý ý kiến',
      why: state === 'open' ? 'đơn vị chưa gửi ý kiến' : 'dự thảo này không còn lấy ý kiến',
    })
  const settled = await db
    .updateTable('draftAnswers')
    .set({ outcome: body.outcome, outcomeReason: body.reason, settledBy: viewer.personId, settledAt: now })
    .where('showingId', '=', showingId)
    .where('pointKey', '=', params.pointKey)
    .where('stance', '=', 'explain')
    .returning('pointKey')
    .executeTakeFirst()
  if (!settled) throw new Refusal('no-such-draft-point')
  await record('draft.settle', showingId, { pointKey: params.pointKey, ...body }, inspectionId)
  return showingView(context, showing)
}
