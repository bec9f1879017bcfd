import { MOST_FILES_PER_PLACE, MOST_OPEN_UPLOADS, MOST_OWNER_BYTES, sizeInWords } from '@cchc/domain/evidence/limits.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'

interface Place {
  readonly ownerKind: string
  readonly ownerId: string
  readonly place: string
  readonly name: string
}

/**
 * Refuses with `place-full` or `owner-full` when the files that hang there now, with `size` more bytes (of an upload that is
 * only beginning), are more than a place or an owner takes.
 */
export async function requireRoom(
  { db }: Context,
  { ownerKind, ownerId, place, name }: Place,
  size = 0,
): Promise<void> {
  const rows = await db
    .selectFrom('attachments')
    .select(['place', 'size'])
    .where('ownerKind', '=', ownerKind)
    .where('ownerId', '=', ownerId)
    .where('removedAt', 'is', null)
    .execute()
  const here = rows.filter((row) => row.place === place).length + (size > 0 ? 1 : 0)
  if (here > MOST_FILES_PER_PLACE) throw new Refusal('place-full', { limit: MOST_FILES_PER_PLACE })
  const total = rows.reduce((sum, row) => sum + row.size, size)
  if (total > MOST_OWNER_BYTES) throw new Refusal('owner-full', { name, limit: sizeInWords(MOST_OWNER_BYTES) })
}

/** Refuses with `too-many-uploads` when the viewer has begun more than they can be sending. */
export async function requireFewUploads({ db, files }: Context): Promise<void> {
  // The policy of the table shows the viewer their own alone.
  const open = await db.selectFrom('uploads').select('uploadId').where('attachmentId', 'is', null).execute()
  if (open.length < MOST_OPEN_UPLOADS) return
  // Of one that was refused nothing lies there any more; one that has just begun may not have its first byte.
  const sizes = await Promise.all(open.map(({ uploadId }) => files.uploads.sizeOf(uploadId)))
  const count = sizes.filter((size) => size !== null).length
  if (count >= MOST_OPEN_UPLOADS) throw new Refusal('too-many-uploads', { count })
}
