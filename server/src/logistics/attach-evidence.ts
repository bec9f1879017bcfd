import type { attachEvidence as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { fileKindOf, keptName, kindsInWords } from '../evidence/file-kind.ts'
import type { Act } from '../platform/serve.ts'
import { costView, lockCost } from './ledger.ts'

/** Keeps the invoice or receipt of a cost, judged by its content; one that it replaces stays in the store and in the history. */
export const attachEvidence: Act<typeof contract> = async (context, { params: { costId }, file }) => {
  const { db, viewer, now, files, record } = context
  const { inspectionId, fileId: before } = await lockCost(context, costId, null)
  if (!file) throw new Refusal('no-file')
  const bytes = Buffer.from(file.bytes)
  const kind = await fileKindOf(bytes)
  if (!kind) throw new Refusal('file-kind-not-allowed', { name: file.name, allowed: kindsInWords })
  const name = keptName(file.name, kind)
  const { fileId } = await db
    .insertInto('files')
    .values({
      sha256: await files.put(bytes),
      name,
      size: bytes.length,
      mediaType: kind.mediaType,
      inspectionId,
      uploadedBy: viewer.personId,
      uploadedAt: now,
    })
    .returning('fileId')
    .executeTakeFirstOrThrow()
  await db
    .updateTable('costs')
    .set((eb) => ({ fileId, revision: eb('revision', '+', 1) }))
    .where('costId', '=', costId)
    .execute()
  await record('cost.evidence', costId, { before, fileId, name }, inspectionId)
  return costView(context, costId)
}
