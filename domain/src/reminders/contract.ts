import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Id, Instant } from '../shapes.ts'

/** What a unit can owe with a date. */
export const owedKinds = ['self-report', 'document-request', 'draft-answer', 'recommendation'] as const
export const OwedKind = z.enum(owedKinds)
export type OwedKind = z.infer<typeof OwedKind>
export const owedKindNames: Record<OwedKind, string> = {
  'self-report': 'Báo cáo phục vụ kiểm tra',
  'document-request': 'Tài liệu được yêu cầu',
  'draft-answer': 'Ý kiến về dự thảo kết luận',
  recommendation: 'Khắc phục kiến nghị',
}

/** One thing that a unit owes, with who was reminded of it. */
export const OwedView = z.object({
  kind: OwedKind,
  subjectId: Id,
  inspectionId: Id,
  unitName: z.string(),
  title: z.string(),
  dueOn: CalendarDate,
  /** Signed working days from today; negative = overdue. */
  workingDaysLeft: z.number().int(),
  /** Whether it waits for the unit's head alone. */
  isWithHead: z.boolean(),
  /** A path of the web application. */
  link: z.string(),
  /** Reminders about this due date, oldest first; `step` is working days left when it was due. */
  reminders: z.array(z.object({ at: Instant, step: z.number().int(), people: z.array(z.string()) })),
})
export type OwedView = z.infer<typeof OwedView>

export const listReminders = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/reminders',
  access: 'reminder.read',
  summary: 'What units owe with a date, the most urgent first, and who was reminded of it when',
  params: CampaignParams,
  reply: z.object({ owed: z.array(OwedView) }),
})

export const sendReminders = endpoint({
  method: 'POST',
  path: '/reminders',
  access: 'reminder.send',
  summary: 'Take the reminding steps that are due today now, as the daily job does; what was taken is not repeated',
  reply: z.object({ reminded: z.number().int(), people: z.number().int(), isDayOff: z.boolean() }),
})
