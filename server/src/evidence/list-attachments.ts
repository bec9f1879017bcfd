import type { AttachmentView, listAttachments as contract, OwnerKind } from '@cchc/domain/evidence/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { ownersOnce } from './owners.ts'
import { attachmentView, selectAttachments } from './queries.ts'

/** Every file on an inspection that is for this viewer, oldest first. */
export const listAttachments: Act<typeof contract> = async (context, { params: { inspectionId } }) => {
  const { db, viewer } = context
  const known = await visibleInspections(db, viewer)
    .select('inspections.inspectionId')
    .where('inspections.inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!known) throw new Refusal('no-such-inspection')
  const rows = await selectAttachments(db, viewer)
    .where('attachments.inspectionId', '=', inspectionId)
    .where('attachments.removedAt', 'is', null)
    .orderBy('attachments.addedAt')
    .orderBy('attachments.addedOrder')
    .execute()
  const open = ownersOnce(context)
  const attachments: AttachmentView[] = []
  for (const row of rows) {
    const owner = await open(row.ownerKind as OwnerKind, row.ownerId)
    if (owner.hides(row.place)) continue
    attachments.push(attachmentView(row, context, { refused: owner.refusal(row.place) !== null }))
  }
  return { attachments }
}
