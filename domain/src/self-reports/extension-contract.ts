import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { Id, Instant, Line, Text } from '../shapes.ts'
import { SelfReportParams } from './contract.ts'

/** More time for a report, asked by the unit's head, decided by the office, or taken back before that. */

export const extensionStates = ['asked', 'granted', 'refused', 'withdrawn'] as const
export const ExtensionState = z.enum(extensionStates)
export type ExtensionState = z.infer<typeof ExtensionState>
export const extensionStateNames: Record<ExtensionState, string> = {
  asked: 'Chờ quyết định',
  granted: 'Được gia hạn',
  refused: 'Không gia hạn',
  withdrawn: 'Đã rút',
}

export const ExtensionView = z.object({
  extensionId: Id,
  state: ExtensionState,
  reason: z.string(),
  wishedOn: CalendarDate,
  askedBy: z.string(),
  askedAt: Instant,
  /** The deadline that stood when it was asked. */
  dueOn: CalendarDate,
  /** Asked after that deadline had passed. */
  askedLate: z.boolean(),
  /** What the office's secretary proposes; kept from the unit. `to` null: refuse. */
  proposal: z.object({ to: CalendarDate.nullable(), note: z.string(), by: z.string(), at: Instant }).nullable(),
  grantedTo: CalendarDate.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decisionReason: z.string(),
})
export type ExtensionView = z.infer<typeof ExtensionView>

export const ExtensionsView = z.object({
  /** Newest first. */
  extensions: z.array(ExtensionView),
  /** The last day that could be granted: the working day before the visit. */
  lastDay: CalendarDate.nullable(),
  actions: z.array(z.enum(['ask', 'withdraw', 'prepare', 'decide'])),
})
export type ExtensionsView = z.infer<typeof ExtensionsView>

export const listExtensions = endpoint({
  method: 'GET',
  path: '/self-reports/:selfReportId/extensions',
  access: 'self-report.read',
  summary: 'Every request for more time of one report, with its decision and what the viewer may do now',
  params: SelfReportParams,
  reply: ExtensionsView,
})
export const askExtension = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/extensions',
  access: 'self-report.send',
  summary: 'The head asks for more time, with the reason and the wished date',
  params: SelfReportParams,
  body: z.object({ reason: Line, wishedOn: CalendarDate }),
  reply: ExtensionsView,
})
const ExtensionParams = SelfReportParams.extend({ extensionId: Id })
export const withdrawExtension = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/extensions/:extensionId/withdrawal',
  access: 'self-report.send',
  summary: 'The head takes a request back that nobody has decided; a reason may be left out',
  params: ExtensionParams,
  body: z.object({ reason: Text }),
  reply: ExtensionsView,
})
export const prepareExtension = endpoint({
  method: 'PUT',
  path: '/self-reports/:selfReportId/extensions/:extensionId/proposal',
  access: 'extension.prepare',
  summary: 'The secretary proposes a date, or to refuse, with a note for whoever decides',
  params: ExtensionParams,
  body: z.object({ to: CalendarDate.nullable(), note: Text }),
  reply: ExtensionsView,
})
export const decideExtension = endpoint({
  method: 'POST',
  path: '/self-reports/:selfReportId/extensions/:extensionId/decision',
  access: 'extension.decide',
  summary: 'Grant a date, or refuse, with the reason',
  params: ExtensionParams,
  body: z.object({ to: CalendarDate.nullable(), reason: Line }),
  reply: ExtensionsView,
})
