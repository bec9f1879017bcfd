import type { AttachmentView, OwnerKind } from '@cchc/domain/evidence/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { OpenOwner } from './owner.ts'
import { attachmentOwners } from './owners.ts'
import { type AttachmentRow, attachmentView, mayOpen, selectAttachments } from './queries.ts'

/** One file with what it hangs on, or `no-such-attachment`: also where the viewer may not know it, or not yet. */
export async function getAttachment(
  context: Context,
  attachmentId: string,
): Promise<{ row: AttachmentRow; owner: OpenOwner }> {
  const row = await selectAttachments(context.db, context.viewer)
    .where('attachments.attachmentId', '=', attachmentId)
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-attachment')
  const owner = await attachmentOwners[row.ownerKind as OwnerKind].open(context, row.ownerId)
  if (owner.hides(row.place)) throw new Refusal('no-such-attachment')
  return { row, owner }
}

/** The same where its content may be opened now; refuses with `file-being-checked` and `file-infected`. */
export async function getOpenable(context: Context, attachmentId: string): Promise<AttachmentRow> {
  const { row, owner } = await getAttachment(context, attachmentId)
  // Taken away it is opened only by those who may put it back.
  if (row.removedAt !== null && owner.refusal(row.place)) throw new Refusal('no-such-attachment')
  if (row.state === 'infected') throw new Refusal('file-infected', { name: row.name, what: row.scanResult })
  if (!mayOpen(row, context)) throw new Refusal('file-being-checked', { name: row.name })
  return row
}

/** The file as it stands after an act. */
export async function currentView(context: Context, attachmentId: string): Promise<AttachmentView> {
  const { row, owner } = await getAttachment(context, attachmentId)
  return attachmentView(row, context, { refused: owner.refusal(row.place) !== null })
}

/** Changes a file that the viewer may change now, at the revision they read; refuses a stale one with the file as it stands. */
export async function changeAttachment(
  context: Context,
  attachmentId: string,
  revision: number,
  changes: (
    row: AttachmentRow,
  ) => Partial<Pick<AttachmentRow, 'caption' | 'pageFrom' | 'pageTo' | 'removedAt' | 'removedBy'>>,
): Promise<AttachmentRow> {
  const { row, owner } = await getAttachment(context, attachmentId)
  const refusal = owner.refusal(row.place)
  if (refusal) throw refusal
  const changed = await context.db
    .updateTable('attachments')
    .set((eb) => ({ ...changes(row), revision: eb('revision', '+', 1) }))
    .where('attachmentId', '=', attachmentId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    throw new Refusal(
      'changed-meanwhile',
      { what: `Tài liệu “${row.name}”` },
      {
        theirs: await currentView(context, attachmentId),
      },
    )
  await attachmentOwners[row.ownerKind as OwnerKind].changed(context, row.ownerId)
  return row
}
