import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'

/** One thing that somebody does on a day of the season; `at` is an instant. */
export interface Deed {
  readonly at: string
  perform(now: string): Promise<void>
}

/** A moment of a day in Vietnam (UTC+7) as an instant. */
export function at(day: CalendarDate, time: string): string {
  return new Date(`${day}T${time}:00+07:00`).toISOString()
}
