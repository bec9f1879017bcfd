import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Done, Id, Instant, Passage, Revision, Text } from '../shapes.ts'

const WorkingDays = z.number().int().min(1).max(60)

/** The campaign's own terms for drafts of conclusions; no paper fixes them, so nothing stands until somebody sets them. */
export const ConclusionTerms = z.object({
  /** Working days that the leads of fields have for a draft. */
  reviewWorkingDays: WorkingDays,
  /** Working days that the unit has to answer a draft it is shown; null where drafts are not shown to units. */
  unitWorkingDays: WorkingDays.nullable(),
})
export type ConclusionTerms = z.infer<typeof ConclusionTerms>

export const getConclusionTerms = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/conclusion-terms',
  access: 'conclusion.review',
  summary:
    'How long leads and unit have for a draft conclusion, and whether units are shown drafts; null until it is set',
  params: CampaignParams,
  reply: z.object({
    terms: ConclusionTerms.extend({ setBy: z.string(), setAt: Instant }).nullable(),
    revision: Revision,
    mayEdit: z.boolean(),
  }),
})
export const saveConclusionTerms = endpoint({
  method: 'PUT',
  path: '/campaigns/:campaignId/conclusion-terms',
  access: 'conclusion.draft',
  summary: 'Set the terms for draft conclusions; drafts that go round already keep their days',
  params: CampaignParams,
  body: ConclusionTerms.extend({ revision: Revision }),
  reply: Done,
})

/** One field's asking. */
export const LeadView = z.object({
  fieldKey: z.string(),
  fieldName: z.string(),
  /** Null where nobody has the field: nobody is asked. */
  personId: Id.nullable(),
  who: z.string(),
  agency: z.string(),
  dueOn: CalendarDate.nullable(),
  /** Signed working days from today; null once answered. */
  workingDaysLeft: z.number().int().nullable(),
  answer: z.enum(['agreed', 'remarked']).nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
  /** Whether the field's part was changed after the answer. */
  changedSince: z.boolean(),
})
export type LeadView = z.infer<typeof LeadView>

export const RemarkView = z.object({
  remarkId: Id,
  at: Instant,
  who: z.string(),
  /** Key of the point it is about, '' for the whole; and what that was called then. */
  about: z.string(),
  aboutName: z.string(),
  text: z.string(),
  settled: z.boolean(),
  /** Null while open, and for remarks settled before it was asked. */
  takenOver: z.boolean().nullable(),
  reply: z.string(),
  settledBy: z.string().nullable(),
  settledAt: Instant.nullable(),
})
export type RemarkView = z.infer<typeof RemarkView>

export const DraftReview = z.object({
  conclusionId: Id,
  inspectionId: Id,
  leads: z.array(LeadView),
  remarks: z.array(RemarkView),
  /** What a remark may be about, in the order it is printed. */
  points: z.array(z.object({ key: z.string(), name: z.string(), fieldKey: z.string().nullable() })),
  approval: z.object({ by: z.string(), at: Instant, exception: z.string() }).nullable(),
  /** What stands against approving, each the middle of a sentence. */
  unsettled: z.array(z.string()),
  actions: z.array(z.enum(['answer', 'remark', 'settle', 'show', 'approve'])),
})
export type DraftReview = z.infer<typeof DraftReview>

const ConclusionParams = z.object({ conclusionId: Id })
export const RemarkBody = z.object({ about: z.string().max(100).default(''), text: Passage })

export const getDraftReview = endpoint({
  method: 'GET',
  path: '/conclusions/:conclusionId/review',
  access: 'conclusion.review',
  summary: 'Who has said what of a draft, and what stands against approving it',
  params: ConclusionParams,
  reply: DraftReview,
})
export const answerReview = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/review',
  access: 'conclusion.review',
  summary: 'Say of one’s fields that the draft is agreed to, or what is to be changed',
  params: ConclusionParams,
  body: z.object({
    fieldKeys: z.array(z.string().max(50)).min(1, 'chọn ít nhất một lĩnh vực'),
    /** Empty: agreed. */
    remarks: z.array(RemarkBody).max(50),
  }),
  reply: DraftReview,
})
export const approveConclusion = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/approve',
  access: 'conclusion.approve',
  summary: 'Approve the draft as it stands; with a reason where something is not settled',
  params: ConclusionParams,
  body: z.object({ exception: Text }),
  reply: DraftReview,
})
