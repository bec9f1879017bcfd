import { z } from 'zod'
import { CalendarDate, dayNumber, daysBetween, daysOfMonth, monthOf, weekday } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import { foldText } from '../units/fold.ts'

/** The stretch of days in which a department wishes to come: a day, some days, a month; both ends are included. */
export const WishedTime = z
  .object({ from: CalendarDate, to: CalendarDate })
  .refine(({ from, to }) => from <= to, 'ngày cuối không được sớm hơn ngày đầu')
export type WishedTime = z.infer<typeof WishedTime>

const quarters = ['I', 'II', 'III', 'IV'] as const

/** "ngày 17/09/2026", "tháng 9/2026", "quý III/2026", "từ 15/09/2026 đến 19/09/2026". */
export function wishInWords({ from, to }: WishedTime): string {
  if (from === to) return `ngày ${formatDate(from)}`
  const year = from.slice(0, 4)
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))]
  const isWholeMonths = from.endsWith('-01') && to === daysOfMonth(monthOf(to)).last && to.startsWith(year)
  if (isWholeMonths && first === last) return `tháng ${first}/${year}`
  if (isWholeMonths && last === first + 2 && first % 3 === 1) return `quý ${quarters[(first - 1) / 3]}/${year}`
  return `từ ${formatDate(from)} đến ${formatDate(to)}`
}

const day = String.raw`(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}))?`
const oneDay = new RegExp(`^(?:ngay )?${day}$`)
const fromTo = new RegExp(`^(?:tu )?(?:ngay )?${day}\\s*(?:-|–|—|den|toi)\\s*(?:het )?(?:ngay )?${day}$`)
const daysOfOneMonth =
  /^(?:tu )?(?:ngay )?(\d{1,2})\s*(?:-|–|—|den)\s*(?:ngay )?(\d{1,2})\s*\/\s*(\d{1,2})(?:\s*\/\s*(\d{4}))?$/
const oneMonth = /^(?:trong )?thang\s*(\d{1,2})(?:\s*(?:\/|-|nam)\s*(\d{4}))?$/
const monthToMonth =
  /^(?:tu )?thang\s*(\d{1,2})\s*(?:-|–|—|den)\s*(?:het )?(?:thang\s*)?(\d{1,2})(?:\s*(?:\/|-|nam)\s*(\d{4}))?$/
const oneQuarter = /^(?:trong )?quy\s*(iv|iii|ii|i|[1-4])(?:\s*(?:\/|-|nam)\s*(\d{4}))?$/
const plainMonth = /^(\d{1,2})\s*\/\s*(\d{4})$/

/**
 * Reads a time as people write it in a sheet: "17/9/2026", "15-19/9", "từ 15/9 đến 19/9/2026", "tháng 9", "quý III".
 * A day comes before its month, as Vietnamese write it; without a year it is the campaign's. Null where it is none of these.
 */
export function readWishedTime(text: string, year: number): WishedTime | null {
  const words = foldText(text)
    .replace(/[.,;]+$/, '')
    .trim()
  const single = oneDay.exec(words)
  if (single)
    return stretch(date(single[1], single[2], single[3] ?? year), date(single[1], single[2], single[3] ?? year))
  const days = daysOfOneMonth.exec(words)
  if (days) return stretch(date(days[1], days[3], days[4] ?? year), date(days[2], days[3], days[4] ?? year))
  const range = fromTo.exec(words)
  if (range) {
    const end = range[6] ?? year
    return stretch(date(range[1], range[2], range[3] ?? end), date(range[4], range[5], end))
  }
  const month = oneMonth.exec(words) ?? plainMonth.exec(words)
  if (month) return months(Number(month[1]), Number(month[1]), month[2] ?? year)
  const some = monthToMonth.exec(words)
  if (some) return months(Number(some[1]), Number(some[2]), some[3] ?? year)
  const quarter = oneQuarter.exec(words)
  if (quarter) {
    const number = /\d/.test(quarter[1]!) ? Number(quarter[1]) : ['i', 'ii', 'iii', 'iv'].indexOf(quarter[1]!) + 1
    return months(number * 3 - 2, number * 3, quarter[2] ?? year)
  }
  return null
}

function date(dayOfMonth: string | undefined, month: string | undefined, year: string | number): CalendarDate | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return CalendarDate.safeParse(written).success ? written : null
}

function months(first: number, last: number, year: string | number): WishedTime | null {
  if (first < 1 || last > 12 || first > last) return null
  const name = (month: number) => `${year}-${String(month).padStart(2, '0')}`
  return { from: `${name(first)}-01`, to: daysOfMonth(name(last)).last }
}

function stretch(from: CalendarDate | null, to: CalendarDate | null): WishedTime | null {
  return from !== null && to !== null && from <= to ? { from, to } : null
}

/** Whether both days lie in one week, Monday to Sunday. */
export function sameWeek(a: CalendarDate, b: CalendarDate): boolean {
  const monday = (date: CalendarDate) => dayNumber(date) - weekday(date)
  return monday(a) === monday(b)
}

/** How many days a stretch has. */
export function lengthOf({ from, to }: WishedTime): number {
  return daysBetween(from, to) + 1
}
