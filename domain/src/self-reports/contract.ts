import { z } from 'zod'
import { CountedDay } from '../calendar/contract.ts'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { AnswerValue, Outline } from '../outlines/outline.ts'
import { Id, InspectionParams, Instant, Line, Revision, Text } from '../shapes.ts'
import { UnitView } from '../units/contract.ts'

export const selfReportStates = ['not-started', 'drafting', 'with-head', 'sent', 'returned', 'accepted'] as const
export const SelfReportState = z.enum(selfReportStates)
export type SelfReportState = z.infer<typeof SelfReportState>
export const selfReportStateNames: Record<SelfReportState, string> = {
  'not-started': 'Chưa viết',
  drafting: 'Đang viết',
  'with-head': 'Chờ lãnh đạo duyệt',
  sent: 'Đã gửi',
  returned: 'Trả lại để bổ sung',
  accepted: 'Đã tiếp nhận',
}

/** One saved answer; null value = cleared. */
export const SavedAnswer = z.object({
  itemKey: z.string(),
  value: AnswerValue.nullable(),
  revision: Revision,
  savedBy: z.string(),
  savedAt: Instant,
})
export type SavedAnswer = z.infer<typeof SavedAnswer>

export const SelfReportView = z.object({
  selfReportId: Id,
  inspectionId: Id,
  unitCode: z.string(),
  unitName: z.string(),
  unitType: UnitView.shape.type,
  /** Whether the unit advises the city on a field and so answers the extra section. */
  advisory: z.boolean(),
  state: SelfReportState,
  outline: Outline,
  answers: z.array(SavedAnswer),
  /** Explanations of warnings, by check key. */
  explanations: z.record(z.string(), z.string()),
  visitOn: CalendarDate.nullable(),
  dataFrom: CalendarDate,
  dueOn: CalendarDate.nullable(),
  counted: z.array(CountedDay),
  why: z.string().nullable(),
  /** Signed working days from today to the due date; negative = overdue. */
  workingDaysLeft: z.number().int().nullable(),
  sentAt: Instant.nullable(),
  verdict: z.enum(['on-time', 'late']).nullable(),
  daysLate: z.number().int().nullable(),
  /** SHA-256 of the content that was sent, hex. */
  fingerprint: z.string().nullable(),
  remarks: z.array(z.object({ at: Instant, who: z.string(), text: z.string() })),
  /** The number of the version that was sent last; 0 before the first sending. */
  version: z.number().int(),
  /** A correction of what was sent that was asked for, or is being written; what was sent counts until it is sent. */
  correction: z
    .object({ state: z.enum(['asked', 'open']), reason: z.string(), askedBy: z.string(), askedAt: Instant })
    .nullable(),
  /** The date that was granted on the unit's request; null where none was. */
  extendedTo: CalendarDate.nullable(),
  actions: z.array(
    z.enum(['write', 'hand-over', 'give-back', 'send', 'return', 'accept', 'ask-correction', 'open-correction']),
  ),
})
export type SelfReportView = z.infer<typeof SelfReportView>

export const SelfReportParams = z.object({ selfReportId: Id })

export const getSelfReport = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/self-report',
  access: 'self-report.read',
  summary:
    'The unit’s self-report with its outline and answers; for the unit itself it exists as soon as the visit is announced',
  params: InspectionParams,
  reply: SelfReportView,
})

export const saveAnswer = endpoint({
  method: 'PUT',
  path: '/self-reports/:selfReportId/answers/:itemKey',
  access: 'self-report.write',
  summary: 'Save one item; a stale revision is a 409 whose details hold the other text',
  params: SelfReportParams.extend({ itemKey: z.string().max(100) }),
  body: z.object({ revision: Revision, value: AnswerValue.nullable() }),
  reply: SavedAnswer,
})

/** Details of the 409 of `saveAnswer`. */
export const AnswerClash = z.object({ theirs: SavedAnswer })

export const listAnswerHistory = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/answers/:itemKey/history',
  access: 'self-report.read',
  summary: 'Every value an item has held, newest first',
  params: SelfReportParams.extend({ itemKey: z.string().max(100) }),
  reply: z.object({ versions: z.array(SavedAnswer) }),
})

export const saveExplanation = endpoint({
  method: 'PUT',
  path: '/self-reports/:selfReportId/explanations/:checkKey',
  access: 'self-report.write',
  summary: 'Explain a warning; the explanation goes with the report',
  params: SelfReportParams.extend({ checkKey: z.string().max(150) }),
  body: z.object({ text: Text }),
  reply: z.object({ checkKey: z.string(), text: z.string() }),
})

export const handOverSelfReport = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/hand-over',
  access: 'self-report.write',
  summary: 'Hand the report to the head',
  params: SelfReportParams,
  reply: SelfReportView,
})
export const giveBackSelfReport = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/give-back',
  access: 'self-report.send',
  summary: 'The head gives it back to the writers',
  params: SelfReportParams,
  body: z.object({ remark: Line }),
  reply: SelfReportView,
})
export const sendSelfReport = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/send',
  access: 'self-report.send',
  summary: 'Send it to the office; stamped on time or late by the working-day rule',
  params: SelfReportParams,
  reply: SelfReportView,
})
export const returnSelfReport = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/return',
  access: 'self-report.receive',
  summary: 'The office returns it with a remark, and with remarks on single items',
  params: SelfReportParams,
  body: z.object({
    remark: Line,
    items: z
      .array(z.object({ itemKey: z.string().max(100), text: Line }))
      .max(100)
      .default([]),
  }),
  reply: SelfReportView,
})
export const acceptSelfReport = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/accept',
  access: 'self-report.receive',
  summary: 'The office accepts it',
  params: SelfReportParams,
  reply: SelfReportView,
})
