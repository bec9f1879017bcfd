import type { downloadProof as contract } from '@cchc/domain/follow-up/proof-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getOpenable } from '../evidence/get-attachment.ts'
import type { Act } from '../platform/serve.ts'

/** A proof of a remedy that was sent, for everybody who reads the recommendation; other files are the evidence shelf's. */
export const downloadProof: Act<typeof contract> = async (context, { params }) => {
  const { ownerKind, ownerId, name, mediaType, sha256 } = await getOpenable(context, params.attachmentId)
  if (ownerKind !== 'remedy' || ownerId !== params.recommendationId) throw new Refusal('no-such-attachment')
  return { name, mediaType, bytes: await context.files.open(sha256) }
}
