import type { getInspectionPaper as contract } from '@cchc/domain/documents/contract.ts'
import type { Act } from '../platform/serve.ts'
import { inspectionPaper } from './inspection-paper.ts'

/** A paper of one inspection as data: as issued, else as it stands now. */
export const getInspectionPaper: Act<typeof contract> = async (context, { params }) => {
  const { paper, issued } = await inspectionPaper(context, params.inspectionId, params.kind)
  return { paper, documentId: issued?.documentId ?? null }
}
