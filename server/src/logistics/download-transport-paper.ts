import type { downloadTransportPaper as contract } from '@cchc/domain/logistics/contract.ts'
import { docxMediaType } from '../documents/paper-file.ts'
import { writePaperDocx } from '../documents/write-docx.ts'
import type { Act } from '../platform/serve.ts'
import { transportPaperOf } from './transport-paper-of.ts'

/** The same paper as .docx. */
export const downloadTransportPaper: Act<typeof contract> = async (context, { params, query }) => {
  const { from, to } = query
  return {
    name: `Lịch xe ${from === to ? from : `${from} đến ${to}`}.docx`,
    mediaType: docxMediaType,
    bytes: await writePaperDocx(await transportPaperOf(context, params.campaignId, query)),
  }
}
