import { correctionLetterPaper } from '@cchc/domain/conclusions/correction-letter-paper.ts'
import { standsIn } from '@cchc/domain/conclusions/replacement.ts'
import type {
  correctNotice as contract,
  suggestLetterNumber as numberContract,
  previewCorrection as previewContract,
} from '@cchc/domain/conclusions/replacement-contract.ts'
import type { Input } from '@cchc/domain/endpoint.ts'
import { paddedNumber } from '@cchc/domain/papers/letterhead.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { highestNumber, issueDocument } from '../documents/queries.ts'
import { getInspectionForUpdate, getInspectionRecord, type InspectionRecord } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { aboutNotice } from './letters.ts'
import { type ConclusionRecord, getConclusionRecord, lockConclusion } from './queries.ts'
import { tellUnit } from './tell-unit.ts'

type Letter = Input<typeof previewContract>['body']

/** A dispatch has no type: its symbol is the office and the section that drafted it. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III. */
const letterSymbol = ({ settings }: Context, draftingUnit: string) => `${settings.officeSymbol}-${draftingUnit}`

/** The section that drafted the last letter, and the next number under its symbol, or under that of the section asked about. */
export const suggestLetterNumber: Act<typeof numberContract> = async (context, { query }) => {
  const { db, settings, today } = context
  const last = await db
    .selectFrom('documents')
    .select('symbol')
    .where('kind', '=', 'correction-letter')
    .orderBy('issuedAt', 'desc')
    .orderBy('issuedOrder', 'desc')
    .limit(1)
    .executeTakeFirst()
  const lastUnit = last?.symbol?.slice(settings.officeSymbol.length + 1) ?? null
  const draftingUnit = query.draftingUnit ?? lastUnit
  if (draftingUnit === null) return { draftingUnit, symbol: null, number: null }
  const symbol = letterSymbol(context, draftingUnit)
  const highest = await highestNumber(db, symbol, Number(today.slice(0, 4)))
  return { draftingUnit, symbol, number: paddedNumber(String(highest + 1)) }
}

export const previewCorrection: Act<typeof previewContract> = async (context, { params, body }) => {
  const conclusion = await getConclusionRecord(context, params.conclusionId)
  const inspection = await getInspectionRecord(context, conclusion.inspectionId)
  return { paper: await letterOf(context, inspection, conclusion, body) }
}

/**
 * Corrects the form of the valid notice by a letter with its own number and date; the notice itself is not touched. Refuses with
 * `passage-not-found` what was not printed, and `nothing-corrected`. Basis: Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18.
 */
export const correctNotice: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { inspectionId } = await getConclusionRecord(context, params.conclusionId)
  const inspection = await getInspectionForUpdate(context, inspectionId)
  const conclusion = await lockConclusion(context, params.conclusionId, 'replace')
  const { conclusionId } = conclusion
  const { kind, passages, draftingUnit, number, issuedOn } = body
  const paper = await letterOf(context, inspection, conclusion, body, { number, issuedOn })
  const documentId = await issueDocument(context, {
    campaignId: inspection.campaignId,
    inspectionId,
    kind: 'correction-letter',
    title: `Công văn ${titleLine(paper)}`,
    number,
    symbol: letterSymbol(context, draftingUnit),
    issuedOn,
    paper,
  })
  await db
    .insertInto('noticeCorrections')
    .values({
      conclusionId,
      inspectionId,
      documentId,
      kind,
      passages: JSON.stringify(passages),
      madeBy: viewer.personId,
      madeAt: now,
    })
    .execute()
  await record('conclusion.correct', conclusionId, { documentId, kind, passages }, inspectionId)
  await tellUnit(
    context,
    inspection,
    { documentId, paper },
    {
      document: 'correction-letter',
      kind: 'conclusion.correct',
      title: 'Đính chính thông báo kết luận kiểm tra',
      body: 'Nội dung kết luận và kiến nghị không thay đổi.',
    },
  )
  return { done: true }
}

async function letterOf(
  context: Context,
  inspection: InspectionRecord,
  { documentId, state }: ConclusionRecord,
  { kind, passages, draftingUnit }: Letter,
  issue: { number?: string; issuedOn?: string } = {},
) {
  if (state !== 'issued') throw new Refusal('no-such-conclusion')
  const symbol = letterSymbol(context, draftingUnit)
  const { noticePaper, ...about } = await aboutNotice(context, inspection, documentId, {
    symbol,
    draftingUnit,
    ...issue,
  })
  for (const { where, wrong, right } of passages) {
    if (!standsIn(noticePaper, wrong)) throw new Refusal('passage-not-found', { passage: wrong })
    if (wrong === right) throw new Refusal('nothing-corrected', { where })
  }
  return correctionLetterPaper({ ...about, kind, passages })
}
