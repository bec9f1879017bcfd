import type { CalendarDate } from '../dates/calendar-date.ts'
import type { HalfDay } from './contract.ts'

/**
 * When a visit starts and ends, on the clocks of Vietnam; papers, mail and calendars all read it here. The decision names
 * half-days without hours: these are the office's working hours, a rule of this product's own.
 */
export const halfDayTimes: Record<HalfDay, { readonly from: string; readonly to: string }> = {
  morning: { from: '08:00', to: '11:30' },
  afternoon: { from: '14:00', to: '17:00' },
}

/** The same as instants in UTC, for calendars that do not know Vietnam's zone (UTC+7 all year). */
export function visitInstants(visitOn: CalendarDate, halfDay: HalfDay): { startsAt: string; endsAt: string } {
  const { from, to } = halfDayTimes[halfDay]
  const instant = (time: string) => new Date(`${visitOn}T${time}:00+07:00`).toISOString()
  return { startsAt: instant(from), endsAt: instant(to) }
}
