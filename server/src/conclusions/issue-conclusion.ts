import { holds } from '@cchc/domain/access/permissions.ts'
import type { issueConclusion as contract } from '@cchc/domain/conclusions/contract.ts'
import { freshlyDated } from '@cchc/domain/conclusions/replacement.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { issueDocument, symbolOf } from '../documents/queries.ts'
import { closeWhenNothingIsOwed } from '../follow-up/close-inspection.ts'
import { getInspectionForUpdate, setInspectionState } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { approve } from './approve-conclusion.ts'
import { requireNothingForgotten, takeOver } from './carried.ts'
import { closeShowing } from './close-showing.ts'
import { changedConclusion } from './conclusion-view.ts'
import { conclusionPaperOf } from './papers.ts'
import { type ConclusionRecord, getConclusionRecord, lockConclusion, moveConclusion } from './queries.ts'
import { tellUnitOfNotice } from './tell-unit.ts'

/**
 * Issues the approved notice: it is frozen under its number and date, and its recommendations become what the unit owes. One
 * that replaces another takes its place in the same moment. Whoever may sign approves what is settled by issuing it; others are
 * refused with `not-approved`. Refuses with `due-before-issue`, `carried-or-closed` and what `issueDocument` refuses.
 * Basis: QĐ 2251/QĐ-UBND, mục IV.1; Nghị định 30/2020/NĐ-CP, Điều 11, 15, khoản 3 Điều 18.
 */
export const issueConclusion: Act<typeof contract> = async (context, { params, body }) => {
  const { db } = context
  const { inspectionId } = await getConclusionRecord(context, params.conclusionId)
  // The inspection first and its conclusions after it, as everybody who issues, replaces or withdraws does.
  const inspection = await getInspectionForUpdate(context, inspectionId)
  const conclusion = await lockConclusion(context, params.conclusionId, 'issue')
  const { conclusionId, replaces } = conclusion
  await requireApproval(context, conclusion)
  if (replaces !== null) await requireNothingForgotten(context, conclusion)
  const { recommendations } = await changedConclusion(context, inspectionId)
  const early = freshlyDated(recommendations).find(({ dueOn }) => dueOn < body.issuedOn)
  if (early)
    throw new Refusal('due-before-issue', { date: formatDate(early.dueOn), issuedOn: formatDate(body.issuedOn) })
  if (replaces === null) await setInspectionState(context, inspectionId, 'conclude')
  else if (inspection.state === 'closed') await setInspectionState(context, inspectionId, 'reopen')
  const paper = await conclusionPaperOf(context, inspectionId, body)
  const documentId = await issueDocument(context, {
    campaignId: inspection.campaignId,
    inspectionId,
    kind: 'conclusion-notice',
    title: titleLine(paper),
    number: body.number,
    symbol: symbolOf(context.settings, 'conclusion-notice'),
    issuedOn: body.issuedOn,
    paper,
  })
  if (replaces !== null) await takeOver(context, { conclusionId, inspectionId, replaces })
  await db.updateTable('conclusions').set({ documentId }).where('conclusionId', '=', conclusionId).execute()
  await moveConclusion(context, conclusion, 'issue')
  await closeShowing(context, conclusionId)
  await tellUnitOfNotice(context, inspection, { documentId, paper, isReplacement: replaces !== null })
  await closeWhenNothingIsOwed(context, inspectionId)
  return changedConclusion(context, inspectionId)
}

async function requireApproval(context: Context, conclusion: ConclusionRecord): Promise<void> {
  if (conclusion.approvedAt !== null) return
  if (!holds(context.viewer, 'conclusion.approve')) throw new Refusal('not-approved')
  await approve(context, conclusion, '')
}
