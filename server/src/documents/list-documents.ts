import type { listDocuments as contract } from '@cchc/domain/documents/contract.ts'
import type { Act } from '../platform/serve.ts'
import { documentView, selectDocuments } from './queries.ts'

/** Every issued document of the campaign that the viewer may know, newest first. */
export const listDocuments: Act<typeof contract> = async ({ db, viewer }, { params }) => {
  const rows = await selectDocuments(db, viewer)
    .where('documents.campaignId', '=', params.campaignId)
    .orderBy('documents.issuedOn', 'desc')
    .orderBy('documents.issuedAt', 'desc')
    .orderBy('documents.issuedOrder', 'desc')
    .execute()
  return { documents: rows.map(documentView) }
}
