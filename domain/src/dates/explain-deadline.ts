import { formatDateWithWeekday, formatDayAndMonth, formatWeekday } from '../formats/dates.ts'
import type { CalendarDate } from './calendar-date.ts'
import { type CalendarDay, dayVerdict, nthWorkingDayBefore, verdictInWords } from './working-days.ts'

/**
 * Why a report is due when it is, as Vietnamese sentences: the days counted, the days left out with the rule of each,
 * and the due date. For "Vì sao?" and `--why`. Basis: QĐ 2251/QĐ-UBND, mục IV.3.
 */
export function explainDeadline(visitOn: CalendarDate, n: number, days: readonly CalendarDay[]): string {
  if (n === 0) return `Hạn là chính ngày kiểm tra, ${formatDateWithWeekday(visitOn)}.`
  const { dueOn, counted } = nthWorkingDayBefore(visitOn, n, days)
  const worked = counted
    .filter((day) => day.working)
    .reverse()
    .map((day) => `${brief(day.date)}${madeUp(day.date, days)}`)
  const off = counted
    .filter((day) => !day.working)
    .map((day) => `${brief(day.date)} là ${verdictInWords(dayVerdict(day.date, days))}`)
  return [
    `Kiểm tra ${formatDateWithWeekday(visitOn)}; ngày kiểm tra không tính.`,
    `Đếm lùi ${n} ngày làm việc: ${worked.join('; ')}.`,
    ...(off.length > 0 ? [`Không tính: ${off.join('; ')}.`] : []),
    `Hạn chậm nhất: hết ${formatDateWithWeekday(dueOn)}.`,
  ].join(' ')
}

function brief(date: CalendarDate): string {
  return `${formatWeekday(date)} ${formatDayAndMonth(date)}`
}

function madeUp(date: CalendarDate, days: readonly CalendarDay[]): string {
  const verdict = dayVerdict(date, days)
  return verdict.rule ? ` (${verdictInWords(verdict)})` : ''
}
