import type { getUnannouncedPaper as contract } from '@cchc/domain/unannounced/contract.ts'
import { findStandingDocument } from '../documents/queries.ts'
import type { Act } from '../platform/serve.ts'
import { unannouncedPaperOf } from './papers.ts'

/** The paper as it was entered in the book, else as it stands now. */
export const getUnannouncedPaper: Act<typeof contract> = async (context, { params }) => {
  const { inspectionId, kind } = params
  const draft = await unannouncedPaperOf(context, inspectionId, kind)
  const issued = await findStandingDocument(context, { inspectionId }, kind)
  return { paper: issued?.paper ?? draft, documentId: issued?.documentId ?? null }
}
