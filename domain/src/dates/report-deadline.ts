import { formatDateWithWeekday } from '../formats/dates.ts'
import type { CalendarDate } from './calendar-date.ts'
import { explainDeadline } from './explain-deadline.ts'
import { type CalendarDay, type CountedDay, nthWorkingDayBefore } from './working-days.ts'

/** What a report's deadline follows from. */
export interface ReportTerms {
  readonly visitOn: CalendarDate
  readonly leadWorkingDays: number
  /** The date that was granted on the unit's request; null or absent where none was. */
  readonly extendedTo?: CalendarDate | null
}

export interface ReportDeadline {
  readonly dueOn: CalendarDate
  /** The date that counting alone gives. */
  readonly countedDueOn: CalendarDate
  readonly counted: readonly CountedDay[]
}

/**
 * When a report is due: so many working days before the visit, or on the granted date where that is later, but never later
 * than the last working day before the visit. So a visit that moves away takes no extension back, and one that moves nearer
 * never leaves the team without the report. Basis: QĐ 2251/QĐ-UBND, mục IV.3; extensions are this product's own rule.
 */
export function reportDeadline(
  { visitOn, leadWorkingDays, extendedTo }: ReportTerms,
  days: readonly CalendarDay[],
): ReportDeadline {
  const { dueOn: countedDueOn, counted } = nthWorkingDayBefore(visitOn, leadWorkingDays, days)
  if (!extendedTo || extendedTo <= countedDueOn) return { dueOn: countedDueOn, countedDueOn, counted }
  const last = nthWorkingDayBefore(visitOn, 1, days).dueOn
  const granted = extendedTo < last ? extendedTo : last
  return { dueOn: granted > countedDueOn ? granted : countedDueOn, countedDueOn, counted }
}

/** Why a report is due when it is, as Vietnamese sentences, with what a granted extension makes of it. */
export function explainReportDeadline(terms: ReportTerms, days: readonly CalendarDay[]): string {
  const { visitOn, leadWorkingDays, extendedTo } = terms
  const why = explainDeadline(visitOn, leadWorkingDays, days)
  if (!extendedTo) return why
  const { dueOn, countedDueOn } = reportDeadline(terms, days)
  const granted = formatDateWithWeekday(extendedTo)
  if (dueOn === extendedTo) return `${why} Đã được gia hạn đến hết ${granted}.`
  if (dueOn === countedDueOn && extendedTo <= countedDueOn)
    return `${why} Trước đó đã gia hạn đến ${granted}; lịch kiểm tra thay đổi nên lấy hạn tính lại, muộn hơn.`
  return `${why} Đã gia hạn đến ${granted}, nhưng báo cáo phải có trước buổi kiểm tra: hạn là hết ${formatDateWithWeekday(dueOn)}.`
}
