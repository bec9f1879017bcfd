import { z } from 'zod'
import { formatWeekday } from '../formats/dates.ts'
import { addDays, CalendarDate, weekday } from './calendar-date.ts'

/**
 * One day that departs from the plain week. `holiday` and `substitute` (nghỉ bù) are off by law, `swapOff` is a weekday
 * off and `swapWork` a weekend day worked by hoán đổi. Only `final` and `statutory` days are applied; `proposed` ones are not decided.
 * Basis: Bộ luật Lao động 2019, Điều 111 khoản 3 and Điều 112; the yearly notices for civil servants.
 */
export const CalendarDay = z.object({
  day: CalendarDate,
  kind: z.enum(['holiday', 'substitute', 'swapOff', 'swapWork']),
  name: z.string(),
  basis: z.string(),
  status: z.enum(['final', 'statutory', 'proposed']),
})
export type CalendarDay = z.infer<typeof CalendarDay>

/** What the screen calls each kind of day. */
export const calendarDayKindNames: Record<CalendarDay['kind'], string> = {
  holiday: 'ngày nghỉ lễ',
  substitute: 'ngày nghỉ bù',
  swapOff: 'ngày nghỉ hoán đổi',
  swapWork: 'ngày làm bù',
}

/** The rule that made a day worked or not, when it is not an ordinary Monday to Friday. */
export interface DayRule {
  readonly kind: CalendarDay['kind'] | 'weekend'
  readonly name: string
  readonly basis: string
}

export interface DayVerdict {
  readonly working: boolean
  readonly rule: DayRule | null
}

/** One day of a deadline's count; `ordinal` counts working days back from the visit, null on a day off. */
export interface CountedDay {
  readonly date: CalendarDate
  readonly working: boolean
  readonly ordinal: number | null
  readonly reason: string
}

/** Whether a day is worked, and by which rule. Where two entries claim one day, a day off outweighs a made-up working day. */
export function dayVerdict(date: CalendarDate, days: readonly CalendarDay[]): DayVerdict {
  const entries = days.filter((day) => day.day === date && day.status !== 'proposed')
  const off = entries.find((entry) => entry.kind !== 'swapWork')
  if (off) return { working: false, rule: ruleOf(off) }
  const madeUp = entries[0]
  if (madeUp) return { working: true, rule: ruleOf(madeUp) }
  if (weekday(date) < 6) return { working: true, rule: null }
  return { working: false, rule: { kind: 'weekend', name: 'nghỉ cuối tuần', basis: 'Bộ luật Lao động 2019 Điều 111' } }
}

/** A verdict in words: "ngày làm việc", "nghỉ cuối tuần", "Quốc khánh (BLLĐ 2019 Điều 112)". */
export function verdictInWords({ rule }: DayVerdict): string {
  if (!rule) return 'ngày làm việc'
  return rule.kind === 'weekend' ? rule.name : `${rule.name} (${rule.basis})`
}

/**
 * The n-th working day before a date, which itself is not counted: "gửi … trước khi kiểm tra ít nhất 03 ngày làm việc".
 * A report sent on `dueOn` is in time. `counted` holds every day from `dueOn` to the eve, in calendar order;
 * `n` is a whole number ≥ 0, and 0 gives the date itself. Basis: QĐ 2251/QĐ-UBND, mục IV.3; that the day of sending counts
 * as one of the n days is this product's reading, the text does not say.
 */
export function nthWorkingDayBefore(
  date: CalendarDate,
  n: number,
  days: readonly CalendarDay[],
): { dueOn: CalendarDate; counted: CountedDay[] } {
  const counted: CountedDay[] = []
  let dueOn = date
  for (let found = 0; found < n; ) {
    dueOn = addDays(dueOn, -1)
    const verdict = dayVerdict(dueOn, days)
    if (verdict.working) found += 1
    counted.push({
      date: dueOn,
      working: verdict.working,
      ordinal: verdict.working ? found : null,
      reason: `${formatWeekday(dueOn)}, ${verdictInWords(verdict)}`,
    })
  }
  return { dueOn, counted: counted.reverse() }
}

/** The n-th working day after a date, which itself is not counted; 0 gives the date itself. For terms that run from an act, such as a remedy's. */
export function addWorkingDays(date: CalendarDate, n: number, days: readonly CalendarDay[]): CalendarDate {
  let day = date
  for (let left = n; left > 0; ) {
    day = addDays(day, 1)
    if (dayVerdict(day, days).working) left -= 1
  }
  return day
}

/**
 * Working days from one date to another: those after `from` up to and including `to`. Negative when `to` comes first:
 * the working days after `to` up to and including `from`.
 */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, days: readonly CalendarDay[]): number {
  if (to < from) {
    const back = workingDaysBetween(to, from, days)
    return back === 0 ? 0 : -back
  }
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (dayVerdict(day, days).working) count += 1
  }
  return count
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

function ruleOf({ kind, name, basis }: CalendarDay): DayRule {
  return { kind, name, basis }
}
