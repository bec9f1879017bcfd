import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'

/** A stretch of days, or one half-day, in which a person or a unit cannot take part in a visit; both ends are included. */
export const BusyTime = z.object({
  from: CalendarDate,
  to: CalendarDate,
  /** Null is the whole day; a half-day goes with a single day. */
  halfDay: z.enum(['morning', 'afternoon']).nullable(),
  reason: z.string(),
})
export type BusyTime = z.infer<typeof BusyTime>

/** The first of the times that a half-day falls into, or undefined when it is free. */
export function busyAt<T extends Pick<BusyTime, 'from' | 'to' | 'halfDay'>>(
  times: readonly T[],
  day: CalendarDate,
  halfDay: 'morning' | 'afternoon',
): T | undefined {
  return times.find((time) => time.from <= day && day <= time.to && (time.halfDay === null || time.halfDay === halfDay))
}
