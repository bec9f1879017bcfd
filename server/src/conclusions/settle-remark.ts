import type { settleRemark as contract } from '@cchc/domain/conclusions/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { lockConclusion } from './queries.ts'

/** Answers a remark – taken over, or not and why –, which is then settled; answering again replaces the reply. */
export const settleRemark: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const remark = await db
    .selectFrom('conclusionRemarks')
    .select('conclusionId')
    .where('remarkId', '=', params.remarkId)
    .executeTakeFirst()
  if (!remark) throw new Refusal('no-such-remark')
  const { conclusionId, inspectionId } = await lockConclusion(context, remark.conclusionId, 'settle')
  await db
    .updateTable('conclusionRemarks')
    .set({ settled: true, takenOver: body.takenOver, reply: body.reply, settledBy: viewer.personId, settledAt: now })
    .where('remarkId', '=', params.remarkId)
    .execute()
  await record(
    'conclusion.settle',
    conclusionId,
    { remarkId: params.remarkId, takenOver: body.takenOver },
    inspectionId,
  )
  return changedConclusion(context, inspectionId)
}
