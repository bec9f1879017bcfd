import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { IssueBody } from '../documents/contract.ts'
import { endpoint } from '../endpoint.ts'
import { Paper } from '../papers/paper.ts'
import { CampaignParams, Done, Id, InspectionParams, Instant, Line, Passage } from '../shapes.ts'
import { ConclusionState, ConclusionView, RecommendationState } from './contract.ts'

/** What a letter may correct. What a notice says is none of it: for that it is replaced. Basis: Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18. */
export const correctionKinds = ['form', 'layout', 'procedure'] as const
export const CorrectionKind = z.enum(correctionKinds)
export const correctionKindNames: Record<z.infer<typeof CorrectionKind>, string> = {
  form: 'thể thức',
  layout: 'kỹ thuật trình bày',
  procedure: 'thủ tục ban hành',
}

/** One passage as it was printed and as it is to be read. */
export const CorrectedPassage = z.object({ where: Line, wrong: Passage, right: Passage })
export type CorrectedPassage = z.infer<typeof CorrectedPassage>

/** The section that drafts, as the symbol of a dispatch bears it: "CCHC&PC". Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III. */
export const DraftingUnit = z
  .string()
  .trim()
  .regex(/^[\p{Lu}0-9&.]{1,20}$/u, 'ký hiệu đơn vị soạn thảo viết hoa, liền nhau, ví dụ CCHC')

const LetterBody = z.object({
  kind: CorrectionKind,
  passages: z.array(CorrectedPassage).min(1, 'ghi ít nhất một chỗ cần đính chính').max(30),
  draftingUnit: DraftingUnit,
})

const PaperCited = z.object({ documentId: Id, number: z.string(), issuedOn: CalendarDate })

export const CorrectionView = PaperCited.extend({
  kind: CorrectionKind,
  passages: z.array(CorrectedPassage),
  madeBy: z.string(),
  paper: Paper,
})
export type CorrectionView = z.infer<typeof CorrectionView>

export const NoticeView = PaperCited.extend({
  conclusionId: Id,
  state: ConclusionState,
  approvedBy: z.string().nullable(),
  /** Why it took the place of the notice before it; empty for a first one. */
  reason: z.string(),
  corrections: z.array(CorrectionView),
  withdrawal: PaperCited.extend({ reason: z.string() }).nullable(),
  /** Recommendations of the notice before it that were not carried on. */
  closings: z.array(z.object({ text: z.string(), reason: z.string(), by: z.string() })),
  /** How many were. */
  carried: z.number().int(),
  /** Who of the unit has opened it; for the team alone. */
  seen: z.array(z.object({ who: z.string(), post: z.string(), at: Instant })),
})
export type NoticeView = z.infer<typeof NoticeView>

export const historyActions = ['correct', 'replace', 'drop', 'withdraw', 'redraft'] as const

/** The replacement under way: what it carries on, what it does not, and what has not been decided. */
export const ReplacementView = z.object({
  conclusionId: Id,
  state: ConclusionState,
  replaces: PaperCited,
  reason: z.string(),
  open: z.array(
    z.object({
      recommendationId: Id,
      findingId: Id.nullable(),
      text: z.string(),
      dueOn: CalendarDate,
      state: RecommendationState,
      /** The line of the draft that carries it on. */
      carriedAs: Id.nullable(),
      closedBecause: z.string().nullable(),
    }),
  ),
})
export type ReplacementView = z.infer<typeof ReplacementView>

export const getConclusionHistory = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/conclusion/history',
  access: 'conclusion.read',
  summary:
    'Every notice of conclusions issued for an inspection, newest first, with what corrected, replaced or withdrew it',
  params: InspectionParams,
  reply: z.object({
    notices: z.array(NoticeView),
    replacement: ReplacementView.nullable(),
    actions: z.array(z.enum(historyActions)),
  }),
})

const ConclusionParams = z.object({ conclusionId: Id })

export const suggestLetterNumber = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/letter-number',
  access: 'conclusion.approve',
  summary: 'The section that drafted the last letter, and the next free number under the symbol of a section',
  params: CampaignParams,
  query: z.object({ draftingUnit: DraftingUnit.optional() }),
  reply: z.object({
    draftingUnit: z.string().nullable(),
    symbol: z.string().nullable(),
    number: z.string().nullable(),
  }),
})
export const previewCorrection = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/corrections/preview',
  access: 'conclusion.approve',
  changesNothing: true,
  summary: 'The letter of correction as it would go out',
  params: ConclusionParams,
  body: LetterBody,
  reply: z.object({ paper: Paper }),
})
export const correctNotice = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/corrections',
  access: 'conclusion.approve',
  summary: 'Correct the form of an issued notice by a letter; the notice stays as it is',
  params: ConclusionParams,
  body: LetterBody.extend(IssueBody.shape),
  reply: Done,
})
export const startReplacement = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/replacement',
  access: 'conclusion.draft',
  summary: 'Begin the notice that replaces an issued one, from its words and its open recommendations',
  params: ConclusionParams,
  body: z.object({ reason: Passage }),
  reply: ConclusionView,
})
export const dropReplacement = endpoint({
  method: 'DELETE',
  path: '/conclusions/:conclusionId/replacement',
  access: 'conclusion.draft',
  summary: 'Give up a replacement that has not been issued; the notice stands',
  params: ConclusionParams,
  reply: Done,
})
export const closeCarried = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/closings',
  access: 'conclusion.draft',
  summary: 'Do not carry on an open recommendation in a replacement, and say why',
  params: ConclusionParams,
  body: z.object({ recommendationId: Id, reason: Passage }),
  reply: ConclusionView,
})
export const carryAgain = endpoint({
  method: 'DELETE',
  path: '/conclusions/:conclusionId/closings/:recommendationId',
  access: 'conclusion.draft',
  summary: 'Carry on after all what was not to be, or what was left out',
  params: ConclusionParams.extend({ recommendationId: Id }),
  reply: ConclusionView,
})
export const withdrawNotice = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/withdrawal',
  access: 'conclusion.approve',
  summary: 'Withdraw an issued notice by a notice of withdrawal; the inspection has no conclusion then',
  params: ConclusionParams,
  body: IssueBody.extend({ reason: Passage }),
  reply: Done,
})
export const noteConclusionSeen = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/seen',
  access: 'draft.answer',
  summary:
    'The unit has its notice before it, with the letters that correct it; kept once a person, with the first time',
  params: ConclusionParams,
  reply: Done,
})
