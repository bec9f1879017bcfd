import type { getSynthesisPaper as contract } from '@cchc/domain/synthesis/contract.ts'
import { findStandingDocument } from '../documents/queries.ts'
import type { Act } from '../platform/serve.ts'
import { synthesisPaperOf } from './papers.ts'

/** The synthesis report as data: as issued, else as it stands now. */
export const getSynthesisPaper: Act<typeof contract> = async (context, { params }) => {
  const issued = await findStandingDocument(context, params, 'synthesis-report')
  return {
    paper: issued?.paper ?? (await synthesisPaperOf(context, params.campaignId)),
    documentId: issued?.documentId ?? null,
  }
}
