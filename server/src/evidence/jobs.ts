import { sql } from 'kysely'
import { z } from 'zod'
import { peopleOfUnit, tell } from '../notifications/tell.ts'
import type { Context } from '../platform/context.ts'
import type { Task, Tasks } from '../platform/worker.ts'
import { pageOfOwner } from './owner-links.ts'

const OfUpload = z.object({ uploadId: z.guid() })
const OfAttachment = z.object({ attachmentId: z.guid() })

/** The bytes of a finished upload; what is kept of them lies elsewhere. */
const clearUpload: Task = async ({ files }, payload) => {
  await files.uploads.remove(OfUpload.parse(payload).uploadId)
  return undefined
}

/** An upload's time is over, finished or not. */
const endUpload: Task = async ({ db, files }, payload) => {
  const { uploadId } = OfUpload.parse(payload)
  await db.deleteFrom('uploads').where('uploadId', '=', uploadId).execute()
  await files.uploads.remove(uploadId)
  return undefined
}

/**
 * Asks the virus scanner about a file. Where it finds something the bytes are dropped, unless another row keeps the same, and
 * whoever sent them and their colleagues are told. While the scanner does not answer the file stays shut and is asked about
 * again by the queue.
 */
const scan: Task = async (context, payload) => {
  const { db, files, scanner, now, record } = context
  const { attachmentId } = OfAttachment.parse(payload)
  const file = await db
    .selectFrom('attachments')
    .selectAll()
    .where('attachmentId', '=', attachmentId)
    .where('state', '=', 'checking')
    .forUpdate()
    .executeTakeFirst()
  if (!file || !scanner) return undefined
  const verdict = await scanner.scan(await files.open(file.sha256))
  const found = 'infected' in verdict
  const state = found ? 'infected' : 'clean' in verdict ? 'clean' : 'unscanned'
  const scanResult = found ? verdict.infected : 'problem' in verdict ? verdict.problem : ''
  await db
    .updateTable('attachments')
    .set({ state, scanResult, scannedAt: now })
    .where('attachmentId', '=', attachmentId)
    .execute()
  await record('attachment.scan', attachmentId, { state, scanResult }, file.inspectionId)
  if (!found) return undefined
  await tellOfInfection(context, file, scanResult)
  for (const sha256 of [file.sha256, file.previewSha256]) if (sha256) await dropBytes(context, sha256)
  return undefined
}

/** Drops bytes that no row keeps, while nobody is keeping the same. */
async function dropBytes({ db, files }: Context, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`bytes ${sha256}`}))`.execute(db)
  const { rows } = await sql<{ unused: boolean }>`select no_row_keeps(${sha256}) as unused`.execute(db)
  if (rows[0]?.unused) await files.drop(sha256)
}

async function tellOfInfection(
  context: Context,
  file: { name: string; addedBy: string; inspectionId: string; ownerKind: string; ownerId: string },
  what: string,
): Promise<void> {
  const { db, viewer } = context
  const title = `Tệp “${file.name}” có vi-rút và đã bị loại bỏ`
  const body = `Máy quét báo “${what}”. Tệp không còn trong hệ thống; hãy quét máy đã gửi tệp và tải lên bản sạch.`
  const colleagues =
    viewer.unitCode && viewer.roles.some((role) => role.startsWith('unit-'))
      ? await peopleOfUnit(context, viewer.unitCode)
      : []
  const link = pageOfOwner(file)
  // `tell` leaves out whoever acts, and here the job acts in the name of whoever sent the file.
  await db
    .insertInto('notifications')
    .values({
      personId: viewer.personId,
      inspectionId: file.inspectionId,
      kind: 'attachment.infected',
      title,
      body,
      link,
      at: context.now,
    })
    .execute()
  await tell(context, {
    personIds: colleagues,
    inspectionId: file.inspectionId,
    kind: 'attachment.infected',
    title,
    body,
    link,
  })
}

/** The jobs of this shelf. */
export const evidenceTasks: Tasks = {
  'evidence.clear-upload': clearUpload,
  'evidence.end-upload': endUpload,
  'evidence.scan': scan,
}
