import { type CalendarDate, dateInVietnam } from '../dates/calendar-date.ts'
import { type CalendarDay, workingDaysLeft } from '../dates/working-days.ts'

/** Whether a report came in time; `daysLate` counts working days and is 0 when it did. */
export interface Timeliness {
  readonly verdict: 'on-time' | 'late'
  /** The date of sending in Vietnam. */
  readonly sentOn: CalendarDate
  readonly daysLate: number
}

/**
 * Judges a report by the date it was sent in Vietnam (Asia/Ho_Chi_Minh): any time on the due date is in time. A late one
 * is at least one working day late, also when it came on a day off right after the due date.
 * `sentAt` is an ISO 8601 instant. Basis: QĐ 2251/QĐ-UBND, mục IV.3.
 */
export function judgeTimeliness(dueOn: CalendarDate, sentAt: string, days: readonly CalendarDay[]): Timeliness {
  const sentOn = dateInVietnam(sentAt)
  const left = workingDaysLeft(sentOn, dueOn, days)
  return left < 0 ? { verdict: 'late', sentOn, daysLate: -left } : { verdict: 'on-time', sentOn, daysLate: 0 }
}
