import type { restoreAttachment as contract } from '@cchc/domain/evidence/contract.ts'
import type { Act } from '../platform/serve.ts'
import { changeAttachment, currentView } from './get-attachment.ts'
import { requireRoom } from './require-room.ts'

/** Puts back a file that was taken away, while what it hangs on can still be written. */
export const restoreAttachment: Act<typeof contract> = async (context, { params: { attachmentId }, body }) => {
  const row = await changeAttachment(context, attachmentId, body.revision, () => ({ removedAt: null, removedBy: null }))
  await requireRoom(context, row)
  const { name, sha256, inspectionId, place } = row
  await context.record('attachment.restore', attachmentId, { name, sha256, place }, inspectionId)
  return currentView(context, attachmentId)
}
