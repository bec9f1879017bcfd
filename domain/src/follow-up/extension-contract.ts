import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { Id, Instant, Line, Text } from '../shapes.ts'

/** More time for one recommendation, asked by the unit's head, decided by the standing deputy or the leader. */

export const moreTimeStates = ['asked', 'granted', 'refused', 'withdrawn'] as const
export const MoreTimeState = z.enum(moreTimeStates)
export type MoreTimeState = z.infer<typeof MoreTimeState>
export const moreTimeStateNames: Record<MoreTimeState, string> = {
  asked: 'Chờ quyết định',
  granted: 'Được gia hạn',
  refused: 'Không gia hạn',
  withdrawn: 'Đã rút',
}

export const MoreTimeRequest = z.object({
  extensionId: Id,
  state: MoreTimeState,
  reason: z.string(),
  wishedOn: CalendarDate,
  askedBy: z.string(),
  askedAt: Instant,
  /** The due date that stood when it was asked. */
  dueOn: CalendarDate,
  askedLate: z.boolean(),
  /** What the secretary proposes; kept from the unit. `to` null: refuse. */
  proposal: z.object({ to: CalendarDate.nullable(), note: z.string(), by: z.string(), at: Instant }).nullable(),
  grantedTo: CalendarDate.nullable(),
  /** Working days from the old date to the granted one. */
  grantedWorkingDays: z.number().int().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string(),
})
export type MoreTimeRequest = z.infer<typeof MoreTimeRequest>

export const dueCauses = ['extension', 'sent-back', 'replaced'] as const
export const dueCauseNames: Record<(typeof dueCauses)[number], string> = {
  extension: 'được gia hạn',
  'sent-back': 'trả lại để làm tiếp',
  replaced: 'theo thông báo thay thế',
}

export const DueChange = z.object({
  from: CalendarDate,
  to: CalendarDate,
  cause: z.enum(dueCauses),
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type DueChange = z.infer<typeof DueChange>

export const MoreTimeView = z.object({
  /** Newest first. */
  requests: z.array(MoreTimeRequest),
  /** Every move of the date since the notice was issued, oldest first. */
  dueChanges: z.array(DueChange),
  actions: z.array(z.enum(['ask', 'withdraw', 'prepare', 'decide'])),
})
export type MoreTimeView = z.infer<typeof MoreTimeView>

const RecommendationParams = z.object({ recommendationId: Id })
const RequestParams = RecommendationParams.extend({ extensionId: Id })

export const listMoreTime = endpoint({
  method: 'GET',
  path: '/recommendations/:recommendationId/extensions',
  access: 'recommendation.read',
  summary: 'Every request for more time of one recommendation, every move of its date, and what the viewer may do now',
  params: RecommendationParams,
  reply: MoreTimeView,
})
export const askMoreTime = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/extensions',
  access: 'recommendation.ask-time',
  summary: 'The head asks for more time, before or after the due date, with the reason and the wished date',
  params: RecommendationParams,
  body: z.object({ reason: Line, wishedOn: CalendarDate }),
  reply: MoreTimeView,
})
export const withdrawMoreTime = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/extensions/:extensionId/withdrawal',
  access: 'recommendation.ask-time',
  summary: 'The head takes a request back that nobody has decided',
  params: RequestParams,
  body: z.object({ reason: Line }),
  reply: MoreTimeView,
})
export const prepareMoreTime = endpoint({
  method: 'PUT',
  path: '/recommendations/:recommendationId/extensions/:extensionId/proposal',
  access: 'extension.prepare',
  summary: 'The secretary proposes a date, or to refuse, with a note for whoever decides',
  params: RequestParams,
  body: z.object({ to: CalendarDate.nullable(), note: Text }),
  reply: MoreTimeView,
})
export const decideMoreTime = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/extensions/:extensionId/decision',
  access: 'extension.decide',
  summary: 'Grant a date, or refuse, with the reason',
  params: RequestParams,
  body: z.object({ to: CalendarDate.nullable(), reason: Line }),
  reply: MoreTimeView,
})
