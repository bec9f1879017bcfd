import { stat } from 'node:fs/promises'
import type { finishUpload as contract, OwnerKind } from '@cchc/domain/evidence/contract.ts'
import { keptName } from '@cchc/domain/evidence/file-name.ts'
import { type FileKind, type FileNote, fileKinds, isPicture } from '@cchc/domain/evidence/kinds.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { hashOfFile } from '../platform/files.ts'
import type { Act } from '../platform/serve.ts'
import { cleanPicture } from './clean-picture.ts'
import { currentView } from './get-attachment.ts'
import { inspectFile } from './inspect-file.ts'
import { attachmentOwners } from './owners.ts'
import { RefusedFile } from './refused-file.ts'
import { requireRoom } from './require-room.ts'
import { getUpload } from './uploads.ts'

/**
 * Looks into an upload whose bytes have all come, keeps them by their hash and hangs them where they belong. Asked again it
 * gives the same attachment. What is refused here is forgotten at once; the same file at the same place is not hung twice.
 * It says nothing of whether the bytes were kept before: they are always sent whole.
 */
export const finishUpload: Act<typeof contract> = async (context, { params: { uploadId } }) => {
  const { db, files, record, enqueue, scanner, viewer, now } = context
  const upload = await getUpload(context, uploadId)
  // Two that ask at once wait for each other.
  await sql`select pg_advisory_xact_lock(hashtext(${uploadId}))`.execute(db)
  const { attachmentId: before } = await getUpload(context, uploadId)
  if (before !== null) return { attachment: await currentView(context, before), already: false }

  const { ownerKind, ownerId, place, inspectionId, size } = upload
  const shelf = attachmentOwners[ownerKind as OwnerKind]
  const refusal = (await shelf.open(context, ownerId)).refusal(place)
  if (refusal) throw refusal
  if ((await files.uploads.sizeOf(uploadId)) !== size) throw new Refusal('upload-incomplete', { name: upload.name })

  const seen = await files.uploads
    .inTurn(() => prepare(context, upload))
    .catch(async (error) => {
      if (!(error instanceof RefusedFile)) throw error
      await files.uploads.remove(uploadId)
      throw new Refusal('file-refused', { name: upload.name, why: error.why, mend: error.mend })
    })
  const twin = await twinOf(context, upload, seen.sentSha256)
  const attachmentId = twin ?? (await keep())
  await db.updateTable('uploads').set({ attachmentId }).where('uploadId', '=', uploadId).execute()
  // The bytes go once this is committed; a lost answer can be asked for again until the row goes too.
  await enqueue('evidence.clear-upload', { uploadId })
  return { attachment: await currentView(context, attachmentId), already: twin !== null }

  async function keep(): Promise<string> {
    await requireRoom(context, upload)
    const sha256 = await keepBytes(context, seen.path)
    const previewSha256 = seen.preview ? await keepBytes(context, seen.preview) : null
    const row = await db
      .insertInto('attachments')
      .values({
        inspectionId,
        ownerKind,
        ownerId,
        place,
        name: seen.name,
        kind: seen.kind,
        mediaType: fileKinds[seen.kind].mediaType,
        size: (await stat(seen.path)).size,
        sha256,
        sentSha256: seen.sentSha256,
        previewSha256,
        pages: seen.pages,
        locationKept: upload.keepLocation && isPicture(seen.kind),
        notes: [...seen.notes],
        state: scanner ? 'checking' : 'unscanned',
        addedBy: viewer.personId,
        addedAt: now,
      })
      .returning('attachmentId')
      .executeTakeFirstOrThrow()
    const { name, sentSha256 } = seen
    await record('attachment.add', row.attachmentId, { name, place, ownerKind, sha256, sentSha256 }, inspectionId)
    if (scanner) await enqueue('evidence.scan', row, { key: `evidence.scan ${row.attachmentId}` })
    await shelf.changed(context, ownerId)
    return row.attachmentId
  }
}

interface Prepared {
  readonly name: string
  readonly kind: FileKind
  readonly pages: number | null
  readonly notes: readonly FileNote[]
  readonly sentSha256: string
  /** What is to be kept: the upload itself, or the picture written anew. */
  readonly path: string
  readonly preview: string | null
}

async function prepare(
  { files: { uploads } }: Context,
  { uploadId, name, keepLocation }: { uploadId: string; name: string; keepLocation: boolean },
): Promise<Prepared> {
  const path = uploads.pathOf(uploadId)
  const { kind, pages, notes } = await inspectFile(path, name)
  const about = { name: keptName(name, kind), kind, pages, sentSha256: await hashOfFile(path) }
  if (!isPicture(kind)) return { ...about, notes, path, preview: null }
  const clean = await uploads.besides(uploadId, 'clean')
  const preview = await uploads.besides(uploadId, 'preview')
  const { frames } = await cleanPicture({ path, kind, keepLocation }, { clean, preview })
  return { ...about, notes: frames > 1 ? [...notes, 'many-frames'] : notes, path: clean, preview }
}

/** Keeps a file's bytes, while nobody drops the same. */
async function keepBytes({ db, files }: Context, path: string): Promise<string> {
  const sha256 = await hashOfFile(path)
  await sql`select pg_advisory_xact_lock_shared(hashtext(${`bytes ${sha256}`}))`.execute(db)
  return files.putFile(path)
}

/** The same file at the same place, if it hangs there now. */
async function twinOf(
  { db }: Context,
  { ownerKind, ownerId, place }: { ownerKind: string; ownerId: string; place: string },
  sentSha256: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('attachments')
    .select('attachmentId')
    .where('ownerKind', '=', ownerKind)
    .where('ownerId', '=', ownerId)
    .where('place', '=', place)
    .where('sentSha256', '=', sentSha256)
    .where('removedAt', 'is', null)
    .where('state', '<>', 'infected')
    .executeTakeFirst()
  return row?.attachmentId ?? null
}
