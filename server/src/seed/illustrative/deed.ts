import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import { type CalendarDay, nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'

/** One thing that somebody does on a day of the season; `at` is an instant. */
export interface Deed {
  readonly at: string
  perform(now: string): Promise<void>
}

/** A moment of a day in Vietnam (UTC+7) as an instant. */
export function at(day: CalendarDate, time: string): string {
  return new Date(`${day}T${time}:00+07:00`).toISOString()
}

/** The day on which a visit is announced: eleven working days before it. */
export function announcementDay(visitOn: CalendarDate, calendar: readonly CalendarDay[]): CalendarDate {
  return nthWorkingDayBefore(visitOn, 11, calendar).dueOn
}
