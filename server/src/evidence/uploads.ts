import { holds } from '@cchc/domain/access/permissions.ts'
import { UploadMetadata } from '@cchc/domain/evidence/contract.ts'
import { MOST_FILE_BYTES, UPLOAD_LIVES_HOURS } from '@cchc/domain/evidence/limits.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { ResumableRules } from '../platform/resumable.ts'
import { attachmentOwners } from './owners.ts'
import { requireFewUploads, requireRoom } from './require-room.ts'

/** An upload of the viewer's own that has not been finished, or `no-such-upload`. */
export async function getUpload({ db, viewer }: Context, uploadId: string) {
  const upload = await db
    .selectFrom('uploads')
    .selectAll()
    .where('uploadId', '=', uploadId)
    .where('begunBy', '=', viewer.personId)
    .executeTakeFirst()
  if (!upload) throw new Refusal('no-such-upload')
  return upload
}

/** Who may begin an upload, go on with it and give it up. */
export const uploadRules: ResumableRules = {
  maxBytes: MOST_FILE_BYTES,
  async begin(context, { uploadId, size, metadata }) {
    if (!holds(context.viewer, 'evidence.read')) throw new Refusal('not-permitted')
    const { ownerKind, ownerId, place, name, keepLocation } = UploadMetadata.parse(metadata)
    const owner = await attachmentOwners[ownerKind].open(context, ownerId)
    const refusal = owner.refusal(place)
    if (refusal) throw refusal
    await requireFewUploads(context)
    await requireRoom(context, { ownerKind, ownerId, place, name }, size)
    const { db, viewer, now, enqueue } = context
    await db
      .insertInto('uploads')
      .values({
        uploadId,
        inspectionId: owner.inspectionId,
        ownerKind,
        ownerId,
        place,
        name: name.normalize('NFC'),
        size,
        keepLocation: keepLocation === '1',
        begunBy: viewer.personId,
        begunAt: now,
      })
      .execute()
    await enqueue(
      'evidence.end-upload',
      { uploadId },
      { afterSeconds: UPLOAD_LIVES_HOURS * 3600, key: `upload ${uploadId}` },
    )
  },
  async requireOwn(context, uploadId) {
    const { attachmentId } = await getUpload(context, uploadId)
    if (attachmentId !== null) throw new Refusal('no-such-upload')
  },
  async given({ db }, uploadId) {
    await db.deleteFrom('uploads').where('uploadId', '=', uploadId).execute()
  },
}
