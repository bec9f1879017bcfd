import { addDays, type CalendarDate } from '../dates/calendar-date.ts'
import { type CalendarDay, type CountedDay, dayVerdict, verdictInWords } from '../dates/working-days.ts'
import { formatDateWithWeekday, formatWeekday } from '../formats/dates.ts'

/** Working days that a unit is given unless the team says otherwise. Basis: this product's own; the decision says "kịp thời". */
export const usualWorkingDays = 3
export const MOST_WORKING_DAYS = 60

/**
 * When an answer is due: n working days after the day of asking, which itself is not counted; any time on the due date is in
 * time. `counted` holds every day after `askedOn` up to it, in calendar order. Basis: QĐ 2251/QĐ-UBND, mục IV.3 ("kịp thời");
 * the count is this product's.
 */
export function requestDueDate(
  askedOn: CalendarDate,
  workingDays: number,
  days: readonly CalendarDay[],
): { dueOn: CalendarDate; counted: CountedDay[] } {
  const counted: CountedDay[] = []
  let dueOn = askedOn
  for (let found = 0; found < workingDays; ) {
    dueOn = addDays(dueOn, 1)
    const verdict = dayVerdict(dueOn, days)
    if (verdict.working) found += 1
    counted.push({
      date: dueOn,
      working: verdict.working,
      ordinal: verdict.working ? found : null,
      reason: `${formatWeekday(dueOn)}, ${verdictInWords(verdict)}`,
    })
  }
  return { dueOn, counted }
}

/** "Hạn: thứ Năm, 16/7/2026: 3 ngày làm việc sau ngày yêu cầu; không tính …" */
export function dueInWords(dueOn: CalendarDate, counted: readonly CountedDay[]): string {
  const worked = counted.filter(({ working }) => working).length
  const off = counted
    .filter(({ working }) => !working)
    .map(({ date, reason }) => `${Number(date.slice(8))}/${Number(date.slice(5, 7))} (${reason})`)
  return [
    `Hạn trả lời: hết ${formatDateWithWeekday(dueOn)}, ${worked} ngày làm việc kể từ sau ngày yêu cầu.`,
    ...(off.length > 0 ? [`Không tính: ${off.join('; ')}.`] : []),
  ].join(' ')
}
