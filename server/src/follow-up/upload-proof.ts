import type { uploadProof as contract } from '@cchc/domain/follow-up/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { fileKindOf, keptName, kindsInWords } from './file-kind.ts'
import { getRecommendationView } from './queries.ts'
import { requireAction } from './require-action.ts'

/** Keeps a proof of the unit's, to be named by the remedy that it belongs to; its kind is judged by its content. */
export const uploadProof: Act<typeof contract> = async (context, { params, file }) => {
  const { db, viewer, now, files, record } = context
  const recommendation = await getRecommendationView(context, params.recommendationId)
  requireAction(viewer, recommendation, 'remedy')
  if (!file) throw new Refusal('no-file')
  const bytes = Buffer.from(file.bytes)
  const kind = await fileKindOf(bytes)
  if (!kind) throw new Refusal('file-kind-not-allowed', { name: file.name, allowed: kindsInWords })
  const { inspectionId } = recommendation
  const stored = await db
    .insertInto('files')
    .values({
      sha256: await files.put(bytes),
      name: keptName(file.name, kind),
      size: bytes.length,
      mediaType: kind.mediaType,
      inspectionId,
      uploadedBy: viewer.personId,
      uploadedAt: now,
    })
    .returning(['fileId', 'name', 'size', 'mediaType'])
    .executeTakeFirstOrThrow()
  const { recommendationId } = recommendation
  await record('recommendation.upload', recommendationId, { fileId: stored.fileId, name: stored.name }, inspectionId)
  return stored
}
