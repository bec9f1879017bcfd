import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, Text } from '../shapes.ts'

/** Recommendations to the city, a ministry or another body: sent on, answered, closed. They remind no unit. */

export const thirdPartyActs = ['sent-on', 'answered', 'closed'] as const
export const ThirdPartyAct = z.enum(thirdPartyActs)
export type ThirdPartyAct = z.infer<typeof ThirdPartyAct>
export const thirdPartyActNames: Record<ThirdPartyAct, string> = {
  'sent-on': 'Đã chuyển',
  answered: 'Đã có trả lời',
  closed: 'Kết thúc theo dõi',
}

export const ThirdPartyStep = z.object({
  step: ThirdPartyAct,
  onDay: CalendarDate,
  /** Number and symbol of the letter. */
  letter: z.string(),
  note: z.string(),
  recordedBy: z.string(),
  recordedAt: Instant,
})
export type ThirdPartyStep = z.infer<typeof ThirdPartyStep>

export const recordThirdPartyStep = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/third-party-steps',
  access: 'recommendation.forward',
  summary: 'Write down that a recommendation was sent on, answered or closed, with the letter and the day',
  params: z.object({ recommendationId: Id }),
  body: z.object({ step: ThirdPartyAct, onDay: CalendarDate, letter: Text, note: Text }),
  reply: Done,
})
