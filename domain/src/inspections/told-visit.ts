import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate, formatWeekday } from '../formats/dates.ts'
import { clock } from '../papers/wording.ts'
import type { HalfDay } from './contract.ts'
import { halfDayTimes } from './half-day-times.ts'

/** A visit as a notice tells of it. */
export interface ToldVisit {
  readonly on: CalendarDate
  readonly halfDay: HalfDay
  readonly place: string
  readonly reportDueOn: CalendarDate
}

/** "buổi sáng thứ Tư, ngày 15/07/2026". */
export function halfDayInWords({ on, halfDay }: Pick<ToldVisit, 'on' | 'halfDay'>): string {
  return `buổi ${halfDay === 'morning' ? 'sáng' : 'chiều'} ${formatWeekday(on)}, ngày ${formatDate(on)}`
}

/** "buổi sáng thứ Tư, ngày 15/07/2026, bắt đầu từ 08 giờ 00 phút". */
export function visitTimeInWords(visit: Pick<ToldVisit, 'on' | 'halfDay'>): string {
  return `${halfDayInWords(visit)}, bắt đầu từ ${clock(halfDayTimes[visit.halfDay].from)}`
}

/** The same in a table's narrow cell: "Sáng thứ Tư 15/07/2026". */
export function visitTimeInCell({ on, halfDay }: Pick<ToldVisit, 'on' | 'halfDay'>): string {
  return `${halfDay === 'morning' ? 'Sáng' : 'Chiều'} ${formatWeekday(on)} ${formatDate(on)}`
}
