import { foldText } from '../../units/fold.ts'

/** A date or month as a paper writes it; `day` null for a month, `year` null when it is left to the context. `end` is the index behind it. */
export type WrittenDate = { day: number | null; month: number; year: number | null; end: number }

const dayMonth =
  /\s*(?:ngay\s*)?(\d{1,2})(?!\d)\s*(?:[/.-]|thang)\s*(\d{1,2})(?!\d)(?:\s*(?:[/.-]|nam)\s*(\d{4})(?!\d))?/uy
const monthYear = /\s*(?:thang\s*)?(\d{1,2})(?!\d)\s*(?:[/.-]|nam)\s*(\d{4})(?!\d)/uy
const monthOnly = /\s*thang\s*(\d{1,2})(?![\d/])/uy

/** Reads the date or month that begins at `at` of a folded text ("15/12/2025", "ngay 05 thang 8", "thang 7/2026"), or null. */
export function dateAt(folded: string, at: number): WrittenDate | null {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(folded)
  }
  const month = match(monthYear)
  if (month) return inYear({ day: null, month: Number(month[1]), year: Number(month[2]), end: at + month[0].length })
  const day = match(dayMonth)
  if (day)
    return inYear({
      day: Number(day[1]),
      month: Number(day[2]),
      year: day[3] ? Number(day[3]) : null,
      end: at + day[0].length,
    })
  const bare = match(monthOnly)
  return bare ? inYear({ day: null, month: Number(bare[1]), year: null, end: at + bare[0].length }) : null
}

function inYear(date: WrittenDate): WrittenDate | null {
  const days = lastDay(date.month, date.year ?? 2024)
  return date.month >= 1 && date.month <= 12 && (date.day === null || (date.day >= 1 && date.day <= days)) ? date : null
}

/** Number of days of a month (1–12). */
export function lastDay(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
const iso = (year: number, month: number, day: number) =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`

/** First day meant, as YYYY-MM-DD; a month begins on its first day. Null without a year. */
export function firstDayOf(date: WrittenDate, year = date.year): string | null {
  return year === null ? null : iso(year, date.month, Math.min(date.day ?? 1, lastDay(date.month, year)))
}

/** Last day meant, as YYYY-MM-DD; a month ends on its last day. Null without a year. */
export function lastDayOf(date: WrittenDate, year = date.year): string | null {
  return year === null ? null : iso(year, date.month, Math.min(date.day ?? 31, lastDay(date.month, year)))
}

/** The first whole date ("ngày 16 tháng 6 năm 2026", "16/6/2026") in a text, as YYYY-MM-DD, or null. */
export function findFullDate(text: string): string | null {
  const folded = foldText(text)
  for (const number of folded.matchAll(/(?<![\d/])\d{1,2}(?!\d)/gu)) {
    const date = dateAt(folded, number.index)
    if (date?.day && date.year !== null) return firstDayOf(date)
  }
  return null
}
