import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Id, InspectionParams, Instant, Line, Passage, Revision, Text } from '../shapes.ts'
import { MOST_WORKING_DAYS } from './due.ts'
import { requestStates } from './states.ts'

export const requestKinds = ['document', 'explanation'] as const
export const requestKindNames: Record<(typeof requestKinds)[number], string> = {
  document: 'Tài liệu',
  explanation: 'Giải trình',
}

export const RequestView = z.object({
  requestId: Id,
  inspectionId: Id,
  unitCode: z.string(),
  unitName: z.string(),
  kind: z.enum(requestKinds),
  title: z.string(),
  detail: z.string(),
  state: z.enum(requestStates),
  /** Counts how often the unit was asked; the files of an answer hang at it. */
  round: z.number().int(),
  askedBy: z.string(),
  askedAt: Instant,
  dueOn: CalendarDate,
  dueWorkingDays: z.number().int(),
  /** Why it is due then: the days counted and left out, as a sentence. */
  why: z.string(),
  /** Signed working days to the due date, while the unit owes an answer. */
  workingDaysLeft: z.number().int().nullable(),
  answeredAt: Instant.nullable(),
  verdict: z.enum(['on-time', 'late']).nullable(),
  daysLate: z.number().int().nullable(),
  revision: Revision,
  actions: z.array(z.enum(['answer', 'return', 'accept', 'withdraw'])),
})
export type RequestView = z.infer<typeof RequestView>

export const RequestDetail = RequestView.extend({
  /** Everything said, in order. */
  turns: z.array(
    z.object({
      turnId: Id,
      act: z.enum(['ask', 'answer', 'return', 'accept', 'withdraw']),
      round: z.number().int(),
      text: z.string(),
      dueOn: CalendarDate.nullable(),
      at: Instant,
      who: z.string(),
    }),
  ),
})
export type RequestDetail = z.infer<typeof RequestDetail>

const RequestParams = z.object({ requestId: Id })
const WorkingDays = z.number().int().min(1).max(MOST_WORKING_DAYS)

export const listDocumentRequests = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/document-requests',
  access: 'document-request.read',
  summary: 'Every request for documents that the viewer may know, overdue first',
  params: CampaignParams,
  reply: z.object({ requests: z.array(RequestView) }),
})
export const listInspectionRequests = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/document-requests',
  access: 'document-request.read',
  summary: 'The requests to one unit, each with everything said, and whether more may be asked',
  params: InspectionParams,
  reply: z.object({ requests: z.array(RequestDetail), mayAsk: z.boolean() }),
})
export const askForDocument = endpoint({
  method: 'POST',
  path: '/inspections/:inspectionId/document-requests',
  access: 'document-request.ask',
  summary: 'Ask the unit for a document or an explanation, due in working days from today',
  params: InspectionParams,
  body: z.object({ kind: z.enum(requestKinds), title: Line, detail: Text, workingDays: WorkingDays }),
  reply: RequestDetail,
})
export const answerRequest = endpoint({
  method: 'POST',
  path: '/document-requests/:requestId/answer',
  access: 'document-request.answer',
  summary: 'Answer with words, files or both; judged on time or late',
  params: RequestParams,
  body: z.object({ revision: Revision, text: Text }),
  reply: RequestDetail,
})
export const returnRequest = endpoint({
  method: 'POST',
  path: '/document-requests/:requestId/return',
  access: 'document-request.ask',
  summary: 'Ask again, with what is missing and a new due date',
  params: RequestParams,
  body: z.object({ revision: Revision, reason: Passage, workingDays: WorkingDays }),
  reply: RequestDetail,
})
export const acceptRequest = endpoint({
  method: 'POST',
  path: '/document-requests/:requestId/accept',
  access: 'document-request.ask',
  summary: 'The answer is enough',
  params: RequestParams,
  body: z.object({ revision: Revision }),
  reply: RequestDetail,
})
export const withdrawRequest = endpoint({
  method: 'POST',
  path: '/document-requests/:requestId/withdraw',
  access: 'document-request.ask',
  summary: 'Withdraw it, with the reason',
  params: RequestParams,
  body: z.object({ revision: Revision, reason: Passage }),
  reply: RequestDetail,
})
