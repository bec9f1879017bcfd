import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { Paper } from '../papers/paper.ts'
import { PaperFormatQuery, paperMediaTypes } from '../papers/paper-format.ts'
import { Done, Id, InspectionParams, Instant, Passage, Revision, Text } from '../shapes.ts'

/** What the unit says of one point of the draft that it was shown. */
export const Stance = z.enum(['agree', 'explain'])
export const stanceNames: Record<z.infer<typeof Stance>, string> = { agree: 'Thống nhất', explain: 'Giải trình' }
export const Outcome = z.enum(['accepted', 'not-accepted'])
export const outcomeNames: Record<z.infer<typeof Outcome>, string> = {
  accepted: 'Tiếp thu, sửa dự thảo',
  'not-accepted': 'Giữ nguyên dự thảo',
}

export const ShowingPoint = z.object({
  key: z.string(),
  name: z.string(),
  text: z.string(),
  /** Null while nothing was said of it: no objection once the answer is sent. */
  stance: Stance.nullable(),
  answer: z.string(),
  writtenBy: z.string().nullable(),
  revision: Revision,
  outcome: Outcome.nullable(),
  outcomeReason: z.string(),
  settledBy: z.string().nullable(),
  settledAt: Instant.nullable(),
})
export type ShowingPoint = z.infer<typeof ShowingPoint>

/** How the unit's answer stands: waited for, in time, after its day, or never given. */
export const AnswerStanding = z.enum(['waited-for', 'in-time', 'late', 'missing'])
export const answerStandingNames: Record<z.infer<typeof AnswerStanding>, string> = {
  'waited-for': 'Chờ đơn vị trả lời',
  'in-time': 'Đã trả lời',
  late: 'Trả lời quá hạn',
  missing: 'Không trả lời trong hạn',
}

export const DraftShowing = z.object({
  showingId: Id,
  conclusionId: Id,
  inspectionId: Id,
  unitName: z.string(),
  shownAt: Instant,
  shownBy: z.string(),
  dueOn: CalendarDate,
  workingDaysLeft: z.number().int(),
  standing: AnswerStanding,
  sentAt: Instant.nullable(),
  sentBy: z.string().nullable(),
  /** Whether answers are taken in no more: the notice was issued, or the draft was shown anew. */
  closed: z.boolean(),
  /** Who of the unit has opened it. */
  seen: z.array(z.object({ who: z.string(), post: z.string(), at: Instant })),
  points: z.array(ShowingPoint),
  actions: z.array(z.enum(['write', 'send', 'settle'])),
})
export type DraftShowing = z.infer<typeof DraftShowing>

const ShowingParams = z.object({ showingId: Id })
const PointParams = ShowingParams.extend({ pointKey: z.string().max(100) })

export const showDraft = endpoint({
  method: 'POST',
  path: '/conclusions/:conclusionId/showings',
  access: 'conclusion.draft',
  summary:
    'Show the draft to its unit as it stands, where the campaign does so; the unit may answer by a day that is counted',
  params: z.object({ conclusionId: Id }),
  reply: DraftShowing,
})
export const getDraftShowing = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/draft-showing',
  access: 'draft.read',
  summary: 'The draft conclusion that a unit was shown last, and what it answered; null where none was',
  params: InspectionParams,
  reply: z.object({ showing: DraftShowing.nullable() }),
})
export const getDraftPaper = endpoint({
  method: 'GET',
  path: '/draft-showings/:showingId/paper',
  access: 'draft.read',
  summary: 'The draft as it was shown, as data; every page says that it is one',
  params: ShowingParams,
  reply: z.object({ paper: Paper }),
})
export const downloadDraftPaper = endpoint({
  method: 'GET',
  path: '/draft-showings/:showingId/file',
  access: 'draft.read',
  summary: 'The draft as it was shown, as .docx or .pdf',
  params: ShowingParams,
  query: PaperFormatQuery,
  reply: { bytes: paperMediaTypes.docx },
})
export const noteDraftSeen = endpoint({
  method: 'POST',
  path: '/draft-showings/:showingId/seen',
  access: 'draft.answer',
  summary: 'The unit has the draft before it; kept once a person, with the first time',
  params: ShowingParams,
  reply: Done,
})
export const saveDraftAnswer = endpoint({
  method: 'PUT',
  path: '/draft-showings/:showingId/points/:pointKey',
  access: 'draft.answer',
  summary: 'Keep what the unit says of one point; the head sends it',
  params: PointParams,
  body: z.object({ revision: Revision, stance: Stance, answer: Text }),
  reply: DraftShowing,
})
/** Details of the 409 of `saveDraftAnswer`. */
export const DraftAnswerClash = z.object({
  theirs: z.object({ revision: Revision, stance: Stance, answer: z.string() }),
})

export const sendDraftAnswer = endpoint({
  method: 'POST',
  path: '/draft-showings/:showingId/send',
  access: 'draft.send',
  summary: 'Send the unit’s answer to the draft; points of which nothing was said are agreed to',
  params: ShowingParams,
  reply: DraftShowing,
})
export const settleDraftAnswer = endpoint({
  method: 'POST',
  path: '/draft-showings/:showingId/points/:pointKey/settle',
  access: 'conclusion.draft',
  summary: 'Accept what the unit explained, or keep the draft and say why',
  params: PointParams,
  body: z.object({ outcome: Outcome, reason: Passage }),
  reply: DraftShowing,
})
