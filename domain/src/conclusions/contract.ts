import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { IssueBody } from '../documents/contract.ts'
import { endpoint } from '../endpoint.ts'
import { FindingView } from '../fieldwork/contract.ts'
import { Done, Id, InspectionParams, Instant, Line, Passage, Revision, Text } from '../shapes.ts'

export const ConclusionState = z.enum(['drafting', 'under-review', 'issued', 'replaced', 'withdrawn'])
export const conclusionStateNames: Record<z.infer<typeof ConclusionState>, string> = {
  drafting: 'Đang soạn',
  'under-review': 'Đang góp ý',
  issued: 'Đã ban hành',
  replaced: 'Đã thay thế',
  withdrawn: 'Đã thu hồi',
}

export const recommendationStates = ['open', 'remedied', 'verified', 'sent-back'] as const
export const RecommendationState = z.enum(recommendationStates)
export const recommendationStateNames: Record<z.infer<typeof RecommendationState>, string> = {
  open: 'Chưa khắc phục',
  remedied: 'Chờ xác minh',
  verified: 'Đã khắc phục',
  'sent-back': 'Chưa đạt, làm tiếp',
}

/** Whom a recommendation asks: the unit, which owes a remedy, or somebody whose answer is only followed. */
export const addresseeKinds = ['unit', 'city', 'ministry', 'other'] as const
export const AddresseeKind = z.enum(addresseeKinds)
export type AddresseeKind = z.infer<typeof AddresseeKind>
export const addresseeKindNames: Record<AddresseeKind, string> = {
  unit: 'Đơn vị được kiểm tra',
  city: 'Thành phố, cơ quan của thành phố',
  ministry: 'Bộ, ngành trung ương',
  other: 'Cơ quan, tổ chức khác',
}

/** The notice's own words; the structured findings and recommendations stay beside them. */
export const ConclusionText = z.object({
  overview: z.string().max(20_000),
  /** Results by field, in the outline's order. */
  results: z.array(z.object({ fieldKey: z.string(), text: z.string().max(20_000) })),
  shortcomings: z.array(z.object({ fieldKey: z.string(), text: z.string().max(20_000) })),
  causes: z.string().max(20_000),
  execution: z.string().max(20_000),
})
export type ConclusionText = z.infer<typeof ConclusionText>

export const RecommendationView = z.object({
  recommendationId: Id,
  inspectionId: Id,
  unitCode: z.string(),
  unitName: z.string(),
  findingId: Id.nullable(),
  fieldKey: z.string(),
  fieldName: z.string(),
  text: z.string(),
  addressee: z.string(),
  addresseeKind: AddresseeKind,
  /** The year of its campaign. */
  year: z.number().int(),
  dueOn: CalendarDate,
  /** How often the date was moved by more time that was granted. */
  extended: z.number().int(),
  /** Whether a request for more time waits for its decision. */
  waitsForTime: z.boolean(),
  proofExpected: z.string(),
  state: RecommendationState,
  overdue: z.boolean(),
  /** In the draft of a replacement: the recommendation that it carries on, and that one's date then. */
  carries: Id.nullable(),
  carriedDueOn: CalendarDate.nullable(),
  /** Signed working days from today to the due date; negative = overdue. */
  workingDaysLeft: z.number().int(),
  revision: Revision,
})
export type RecommendationView = z.infer<typeof RecommendationView>

export const ConclusionView = z.object({
  conclusionId: Id,
  inspectionId: Id,
  unitName: z.string(),
  visitOn: CalendarDate.nullable(),
  state: ConclusionState,
  text: ConclusionText,
  recommendations: z.array(RecommendationView),
  findings: z.array(FindingView),
  remarks: z.array(
    z.object({ remarkId: Id, at: Instant, who: z.string(), text: z.string(), settled: z.boolean(), reply: z.string() }),
  ),
  dueOn: CalendarDate,
  /** The due date proposed for a new recommendation. */
  suggestedRemedyDueOn: CalendarDate,
  number: z.string().nullable(),
  issuedOn: CalendarDate.nullable(),
  documentId: Id.nullable(),
  /** The notice that it replaces, or is to replace; null for a first one. */
  replaces: z.object({ documentId: Id, number: z.string(), issuedOn: CalendarDate, reason: z.string() }).nullable(),
  /** Whether it has been approved as it stands. */
  approved: z.boolean(),
  /** The version of the minutes that it rests on, and the newest there is; null where there is none. */
  minutesVersion: z.number().int().nullable(),
  newestMinutes: z.object({ version: z.number().int(), reason: z.string() }).nullable(),
  revision: Revision,
  fields: z.array(z.object({ fieldKey: z.string(), name: z.string() })),
  actions: z.array(z.enum(['edit', 'submit', 'remark', 'return', 'issue'])),
})
export type ConclusionView = z.infer<typeof ConclusionView>

const ConclusionParams = z.object({ conclusionId: Id })

export const getConclusion = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/conclusion',
  access: 'conclusion.read',
  summary: 'The conclusion of one inspection, or null; a unit sees it once issued',
  params: InspectionParams,
  reply: z.object({ conclusion: ConclusionView.nullable(), mayDraft: z.boolean() }),
})
export const draftConclusion = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/conclusion',
  access: 'conclusion.draft',
  summary: 'Draft the notice from the recorded findings',
  params: InspectionParams,
  reply: ConclusionView,
})
export const saveConclusion = endpoint({
  method: 'PUT',
  path: '/conclusions/:conclusionId',
  access: 'conclusion.draft',
  summary: 'Keep the edited words',
  params: ConclusionParams,
  body: z.object({ revision: Revision, text: ConclusionText }),
  reply: ConclusionView,
})

const RecommendationBody = z.object({
  findingId: Id.nullable(),
  fieldKey: z.string().max(50),
  text: Passage,
  addressee: Line,
  addresseeKind: AddresseeKind.default('unit'),
  dueOn: CalendarDate,
  proofExpected: Text,
})
/** Details of the 409 of `saveConclusion`: the text that is kept now with its revision, and the one that was sent. */
export const ConclusionClash = z.object({
  theirs: z.object({ revision: Revision, text: ConclusionText }),
  yours: ConclusionText,
})
export type ConclusionClash = z.infer<typeof ConclusionClash>

export const addRecommendation = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/recommendations',
  access: 'conclusion.draft',
  summary: 'Add a recommendation',
  params: ConclusionParams,
  body: RecommendationBody,
  reply: ConclusionView,
})
export const editRecommendation = endpoint({
  method: 'PUT',
  path: '/recommendations/:recommendationId',
  access: 'conclusion.draft',
  summary: 'Change a recommendation of a draft',
  params: z.object({ recommendationId: Id }),
  body: RecommendationBody.extend({ revision: Revision }),
  reply: ConclusionView,
})
/** Details of the 409 of `editRecommendation`. */
export const RecommendationClash = z.object({ theirs: RecommendationView, yours: RecommendationBody })

export const removeRecommendation = endpoint({
  method: 'DELETE',
  path: '/recommendations/:recommendationId',
  access: 'conclusion.draft',
  summary: 'Remove a recommendation of a draft',
  params: z.object({ recommendationId: Id }),
  reply: Done,
})
export const submitConclusion = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/submit',
  access: 'conclusion.draft',
  summary: 'Send the draft round for remarks',
  params: ConclusionParams,
  reply: ConclusionView,
})
export const addRemark = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/remarks',
  access: 'conclusion.review',
  summary: 'Remark on the draft, on the whole or on one of its points',
  params: ConclusionParams,
  body: z.object({ about: z.string().max(100).default(''), text: Passage }),
  reply: ConclusionView,
})
export const settleRemark = endpoint({
  method: 'POST',
  path: '/remarks/:remarkId/settle',
  access: 'conclusion.draft',
  summary: 'Answer a remark: taken over, or not and why',
  params: z.object({ remarkId: Id }),
  body: z.object({ takenOver: z.boolean(), reply: Passage }),
  reply: ConclusionView,
})
export const returnConclusion = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/return',
  access: 'conclusion.draft',
  summary: 'Take the draft back from review to edit it',
  params: ConclusionParams,
  reply: ConclusionView,
})
export const issueConclusion = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/issue',
  access: 'conclusion.issue',
  summary: 'Issue the notice with its number and date',
  params: ConclusionParams,
  body: IssueBody,
  reply: ConclusionView,
})
