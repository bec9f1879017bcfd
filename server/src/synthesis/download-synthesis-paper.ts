import type { downloadSynthesisPaper as contract } from '@cchc/domain/synthesis/contract.ts'
import { draftFile, issuedFile } from '../documents/paper-file.ts'
import { findStandingDocument } from '../documents/queries.ts'
import type { Act } from '../platform/serve.ts'
import { synthesisPaperOf } from './papers.ts'

/** The synthesis report as .docx or .pdf: as issued, else a draft that says so in its name. */
export const downloadSynthesisPaper: Act<typeof contract> = async (context, { params, query }) => {
  const issued = await findStandingDocument(context, params, 'synthesis-report')
  if (issued) return issuedFile(issued, context.files, query.format)
  const paper = await synthesisPaperOf(context, params.campaignId)
  return draftFile('synthesis-report', `năm ${paper.year}`, paper, query.format)
}
