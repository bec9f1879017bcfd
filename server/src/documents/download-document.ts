import type { downloadDocument as contract } from '@cchc/domain/documents/contract.ts'
import { asSigned } from '../fieldwork/signed-minutes.ts'
import type { Act } from '../platform/serve.ts'
import { issuedFile } from './paper-file.ts'
import { getIssuedDocument } from './queries.ts'

/** The issued document as .docx or .pdf, drawn from its frozen paper. */
export const downloadDocument: Act<typeof contract> = async (context, { params, query }) =>
  issuedFile(await asSigned(context, await getIssuedDocument(context, params.documentId)), context.files, query.format)
