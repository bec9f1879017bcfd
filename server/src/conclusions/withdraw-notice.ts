import type { withdrawNotice as contract } from '@cchc/domain/conclusions/replacement-contract.ts'
import { withdrawalNoticePaper } from '@cchc/domain/conclusions/withdrawal-notice-paper.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { issueDocument, symbolOf } from '../documents/queries.ts'
import { withdrawOpenRequest } from '../follow-up/more-time.ts'
import { getInspectionForUpdate, setInspectionState } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { aboutNotice } from './letters.ts'
import { findConclusion, getConclusionRecord, lockConclusion } from './queries.ts'
import { tellUnit } from './tell-unit.ts'

/**
 * Takes the valid notice back by a notice of its own; its recommendations ask for nothing any more and the visit waits for a new
 * conclusion. Not while a replacement is being written. Basis: Nghị định 30/2020/NĐ-CP, khoản 4 Điều 18.
 */
export const withdrawNotice: Act<typeof contract> = async (context, { params, body }) => {
  const { db, record, settings } = context
  const { inspectionId } = await getConclusionRecord(context, params.conclusionId)
  const inspection = await getInspectionForUpdate(context, inspectionId)
  const { conclusionId, documentId: noticeId, next } = await lockConclusion(context, params.conclusionId, 'withdraw')
  const shown = await findConclusion(context, inspectionId)
  if (shown?.conclusionId !== conclusionId) throw new Refusal('replacement-under-way')
  const symbol = symbolOf(settings, 'withdrawal-notice') ?? ''
  const { number, issuedOn, reason } = body
  const { noticePaper: _, ...about } = await aboutNotice(context, inspection, noticeId, {
    symbol,
    number,
    issuedOn,
  })
  const paper = withdrawalNoticePaper({ ...about, reason })
  const documentId = await issueDocument(context, {
    campaignId: inspection.campaignId,
    inspectionId,
    kind: 'withdrawal-notice',
    title: titleLine(paper),
    number,
    symbol,
    issuedOn,
    paper,
  })
  await db
    .updateTable('conclusions')
    .set({ state: next, withdrawnByDocument: documentId, withdrawReason: reason })
    .where('conclusionId', '=', conclusionId)
    .execute()
  await db.updateTable('documents').set({ state: 'withdrawn' }).where('documentId', '=', noticeId).execute()
  const open = await db
    .selectFrom('recommendations')
    .select('recommendationId')
    .where('conclusionId', '=', conclusionId)
    .execute()
  for (const { recommendationId } of open)
    await withdrawOpenRequest(context, recommendationId, 'Thông báo kết luận đã bị thu hồi.')
  await record('conclusion.withdraw', conclusionId, { documentId, reason }, inspectionId)
  await setInspectionState(context, inspectionId, 'unconclude')
  await tellUnit(
    context,
    inspection,
    { documentId, paper },
    {
      document: 'withdrawal-notice',
      kind: 'conclusion.withdraw',
      title: 'Thu hồi thông báo kết luận kiểm tra',
      body: 'Các yêu cầu, kiến nghị của thông báo bị thu hồi không phải thực hiện nữa.',
    },
  )
  return { done: true }
}
