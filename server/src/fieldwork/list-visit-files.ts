import type { listVisitFiles as contract } from '@cchc/domain/fieldwork/site-contract.ts'
import type { Act } from '../platform/serve.ts'
import { evidenceOfFindings } from './evidence-of-findings.ts'

/** Which files have come to a visit, by the hash of what was sent; those that were taken away again are not among them. */
export const listVisitFiles: Act<typeof contract> = async (context, { params: { inspectionId } }) => {
  const { hides } = await evidenceOfFindings.open(context, inspectionId)
  if (hides('')) return { sha256: [] }
  const rows = await context.db
    .selectFrom('attachments')
    .select('sentSha256')
    .distinct()
    .where('inspectionId', '=', inspectionId)
    .where('ownerKind', '=', 'finding')
    .where('removedAt', 'is', null)
    .orderBy('sentSha256')
    .execute()
  return { sha256: rows.map(({ sentSha256 }) => sentSha256) }
}
