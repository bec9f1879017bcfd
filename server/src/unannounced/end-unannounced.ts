import { Refusal } from '@cchc/domain/refusals.ts'
import type {
  cancelUnannounced as cancelContract,
  declineUnannounced as declineContract,
  UnannouncedView,
} from '@cchc/domain/unannounced/contract.ts'
import { actionsNow } from '@cchc/domain/unannounced/rules.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { tellCircle } from './keep-plan.ts'
import { moveSecret } from './move-secret.ts'
import { findLeader, getUnannouncedRecord, standingOf } from './queries.ts'
import { unannouncedView } from './unannounced-view.ts'

async function end(
  context: Context,
  inspectionId: string,
  ending: 'declined' | 'cancelled',
  { revision, reason }: { revision: number; reason: string },
): Promise<UnannouncedView> {
  const { db, viewer, now, record } = context
  const row = await moveSecret(context, inspectionId, 'cancel', revision)
  await db
    .updateTable('unannouncedInspections')
    .set({ ending, endedBy: viewer.personId, endedAt: now, endReason: reason })
    .where('inspectionId', '=', inspectionId)
    .execute()
  await record(
    ending === 'declined' ? 'unannounced.decline' : 'inspection.cancel',
    inspectionId,
    { reason },
    inspectionId,
  )
  const leaderId = await findLeader(db, row.campaignId)
  await tellCircle(context, inspectionId, 'unannounced.end', [
    row.proposerId,
    ...(leaderId && row.isTold ? [leaderId] : []),
  ])
  return unannouncedView(context, inspectionId)
}

/** The leader declines a proposal with a reason; it stays secret for good. */
export const declineUnannounced: Act<typeof declineContract> = async (context, { params, body }) => {
  const row = await getUnannouncedRecord(context, params.inspectionId)
  if (row.state === 'ordered')
    throw new Refusal('wrong-state', {
      act: 'từ chối',
      what: 'cuộc kiểm tra đột xuất',
      state: 'Đã có lệnh',
      way: 'Sở Nội vụ hủy được trước khi công bố tại chỗ.',
    })
  if (
    row.isTold &&
    !actionsNow(standingOf(context.viewer, row), context.today).includes('decline') &&
    row.state === 'proposed'
  )
    throw new Refusal('not-permitted')
  return end(context, params.inspectionId, 'declined', body)
}

/** The office gives it up before it is opened; it stays secret for good, so that the unit never learns how near it was. */
export const cancelUnannounced: Act<typeof cancelContract> = (context, { params, body }) =>
  end(context, params.inspectionId, 'cancelled', body)
