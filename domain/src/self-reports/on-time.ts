import { type CalendarDate, dateInVietnam } from '../dates/calendar-date.ts'
import { type CalendarDay, workingDaysBetween } from '../dates/working-days.ts'

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

/**
 * Working days from today to a due date: 3 is "còn 3 ngày làm việc", 0 is "hạn hôm nay" (or only days off are left),
 * -1 is "quá hạn 1 ngày làm việc". Once the due date has passed it is never above -1.
 */
export function workingDaysLeft(today: CalendarDate, dueOn: CalendarDate, days: readonly CalendarDay[]): number {
  const left = workingDaysBetween(today, dueOn, days)
  return today > dueOn ? Math.min(left, -1) : left
}

/** `workingDaysLeft` in words: "còn 3 ngày làm việc", "hạn hôm nay", "quá hạn 1 ngày làm việc". */
export function workingDaysLeftInWords(left: number): string {
  if (left === 0) return 'hạn hôm nay'
  return left > 0 ? `còn ${left} ngày làm việc` : `quá hạn ${-left} ngày làm việc`
}
