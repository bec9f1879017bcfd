import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import type { issueSynthesis as contract } from '@cchc/domain/synthesis/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { issueDocument, symbolOf } from '../documents/queries.ts'
import type { Act } from '../platform/serve.ts'
import { synthesisPaperOf } from './papers.ts'
import { lockNarrative } from './queries.ts'
import { requireNotIssued } from './require-not-issued.ts'
import { synthesisView } from './synthesis-view.ts'

/** Issues the synthesis report: figures and words are frozen under its number and date. Basis: QĐ 2251/QĐ-UBND, mục IV.1. */
export const issueSynthesis: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record } = context
  const { campaignId } = params
  await getSettledCampaign(db, campaignId)
  requireNotIssued((await lockNarrative(db, campaignId)).documentId, 'ban hành')
  const paper = await synthesisPaperOf(context, campaignId, body)
  const documentId = await issueDocument(context, {
    campaignId,
    inspectionId: null,
    kind: 'synthesis-report',
    title: titleLine(paper),
    number: body.number,
    symbol: symbolOf(context.settings, 'synthesis-report'),
    issuedOn: body.issuedOn,
    paper,
  })
  await db.updateTable('synthesisNarratives').set({ documentId }).where('campaignId', '=', campaignId).execute()
  await record('synthesis.issue', campaignId, { documentId })
  return synthesisView(context, campaignId)
}
