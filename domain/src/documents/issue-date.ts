import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'

/** Something that must have happened before a paper can bear its date; `what` is read on: "ngày kiểm tra". */
export interface PriorEvent {
  readonly on: CalendarDate
  readonly what: string
}

/**
 * Why a paper may not bear this date, as the middle of a Vietnamese sentence; null when it may. A paper is dated at the
 * latest today and never before an event that it follows from. Basis: Nghị định 30/2020/NĐ-CP, Điều 13, 15.
 */
export function issueDateProblem(
  issuedOn: CalendarDate,
  today: CalendarDate,
  prior: readonly PriorEvent[],
): string | null {
  if (issuedOn > today) return `ngày này chưa tới (hôm nay là ${formatDate(today)})`
  const latest = prior.filter(({ on }) => on > issuedOn).sort((a, b) => (a.on < b.on ? 1 : -1))[0]
  return latest ? `ngày này trước ${latest.what} (${formatDate(latest.on)})` : null
}
