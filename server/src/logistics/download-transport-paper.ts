import type { downloadTransportPaper as contract } from '@cchc/domain/logistics/contract.ts'
import { fileName, paperFile } from '../documents/paper-file.ts'
import type { Act } from '../platform/serve.ts'
import { transportPaperOf } from './transport-paper-of.ts'

/** The same paper as .docx or .pdf. */
export const downloadTransportPaper: Act<typeof contract> = async (context, { params, query }) => {
  const { from, to, format } = query
  const name = fileName(`Lịch xe ${from === to ? from : `${from} đến ${to}`}`, format)
  return paperFile(name, await transportPaperOf(context, params.campaignId, query), format)
}
