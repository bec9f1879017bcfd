import type { issueConclusion as contract } from '@cchc/domain/conclusions/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { issueDocument, symbolOf } from '../documents/queries.ts'
import { closeWhenNothingIsOwed } from '../follow-up/close-inspection.ts'
import { setInspectionState } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { changedConclusion } from './conclusion-view.ts'
import { conclusionPaperOf } from './papers.ts'
import { lockConclusion, moveConclusion } from './queries.ts'

/**
 * Issues the notice: it is frozen under its number and date, and its recommendations become what the unit owes. Refuses
 * with `remarks-open`, `due-before-issue` and what `issueDocument` refuses. Basis: QĐ 2251/QĐ-UBND, mục IV.1.
 */
export const issueConclusion: Act<typeof contract> = async (context, { params, body }) => {
  const { db } = context
  const conclusion = await lockConclusion(context, params.conclusionId, 'issue')
  const { conclusionId, inspectionId } = conclusion
  const { remarks, recommendations } = await changedConclusion(context, inspectionId)
  const open = remarks.filter(({ settled }) => !settled)
  if (open.length > 0) throw new Refusal('remarks-open', { count: open.length })
  const early = recommendations.find(({ dueOn }) => dueOn < body.issuedOn)
  if (early)
    throw new Refusal('due-before-issue', { date: formatDate(early.dueOn), issuedOn: formatDate(body.issuedOn) })
  const { campaignId } = await setInspectionState(context, inspectionId, 'conclude')
  const paper = await conclusionPaperOf(context, inspectionId, body)
  const documentId = await issueDocument(context, {
    campaignId,
    inspectionId,
    kind: 'conclusion-notice',
    title: paper.subject.replaceAll('\n', ' '),
    number: body.number,
    symbol: symbolOf(context.settings, 'conclusion-notice'),
    issuedOn: body.issuedOn,
    paper,
  })
  await db.updateTable('conclusions').set({ documentId }).where('conclusionId', '=', conclusionId).execute()
  await moveConclusion(context, conclusion, 'issue')
  await closeWhenNothingIsOwed(context, inspectionId)
  return changedConclusion(context, inspectionId)
}
