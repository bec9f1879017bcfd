import type { getDocument as contract } from '@cchc/domain/documents/contract.ts'
import { asSigned } from '../fieldwork/signed-minutes.ts'
import type { Act } from '../platform/serve.ts'
import { documentView, getIssuedDocument } from './queries.ts'

/** One issued document as it was frozen. */
export const getDocument: Act<typeof contract> = async (context, { params }) => {
  const document = await asSigned(context, await getIssuedDocument(context, params.documentId))
  return { document: documentView(document), paper: document.paper }
}
