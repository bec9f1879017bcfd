import type { downloadUnannouncedPaper as contract } from '@cchc/domain/unannounced/contract.ts'
import { draftFile, issuedFile } from '../documents/paper-file.ts'
import { findStandingDocument } from '../documents/queries.ts'
import type { Act } from '../platform/serve.ts'
import { unannouncedPaperOf } from './papers.ts'
import { getUnannouncedRecord } from './queries.ts'

/** The same as a file. While it is secret its name gives nothing away: a list of downloads is read by others too. */
export const downloadUnannouncedPaper: Act<typeof contract> = async (context, { params, query }) => {
  const { inspectionId, kind } = params
  const { openedAt, unitName } = await getUnannouncedRecord(context, inspectionId)
  const issued = await findStandingDocument(context, { inspectionId }, kind)
  if (issued) return issuedFile(issued, context.files, query.format)
  const file = await draftFile(kind, unitName, await unannouncedPaperOf(context, inspectionId, kind), query.format)
  return openedAt ? file : { ...file, name: `Văn bản (dự thảo).${query.format}` }
}
