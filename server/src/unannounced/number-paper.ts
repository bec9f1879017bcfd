import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { numberUnannouncedPaper as contract } from '@cchc/domain/unannounced/contract.ts'
import { findStandingDocument, issueDocument, symbolOf } from '../documents/queries.ts'
import type { Act } from '../platform/serve.ts'
import { paperDate, unannouncedPaperOf } from './papers.ts'
import { lockUnannounced } from './queries.ts'
import { unannouncedView } from './unannounced-view.ts'

/**
 * Enters the order or the notice in the office's book after opening: only now it takes a number, so that no gap in the
 * series told of it before. It bears the day it was given on. Basis: Nghị định 30/2020/NĐ-CP, Điều 15.
 */
export const numberUnannouncedPaper: Act<typeof contract> = async (context, { params, body }) => {
  const { inspectionId, kind } = params
  const row = await lockUnannounced(context, inspectionId)
  const issuedOn = paperDate(row, kind)
  if (row.openedAt === null || issuedOn === null) throw new Refusal('not-opened-yet')
  if (await findStandingDocument(context, { inspectionId }, kind))
    throw new Refusal('wrong-state', { act: 'vào sổ lần nữa', what: 'văn bản', state: 'Đã vào sổ' })
  const paper = await unannouncedPaperOf(context, inspectionId, kind, body.number)
  await issueDocument(context, {
    campaignId: row.campaignId,
    inspectionId,
    kind,
    title: titleLine(paper),
    number: body.number,
    symbol: symbolOf(context.settings, kind),
    issuedOn,
    paper,
  })
  return unannouncedView(context, inspectionId)
}
