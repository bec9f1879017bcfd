import type { removeAttachment as contract } from '@cchc/domain/evidence/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { changeAttachment, currentView } from './get-attachment.ts'

/** Takes a file away; its row and bytes stay, so that it can be put back and the history is whole. */
export const removeAttachment: Act<typeof contract> = async (context, { params: { attachmentId }, body }) => {
  const { viewer, now, record } = context
  const { name, sha256, inspectionId, place } = await changeAttachment(context, attachmentId, body.revision, (row) => {
    if (row.removedAt !== null) throw new Refusal('no-such-attachment')
    return { removedAt: now, removedBy: viewer.personId }
  })
  await record('attachment.remove', attachmentId, { name, sha256, place }, inspectionId)
  return currentView(context, attachmentId)
}
