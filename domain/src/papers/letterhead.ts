import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatLongDate } from '../formats/dates.ts'

/** The lines over an official paper's title. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II. */

export const stateName = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
export const motto = 'Độc lập - Tự do - Hạnh phúc'

/** What stands where a number or a date is not known yet. */
const blank = '…'

/** "5" → "05", "05" → "05", "5a" → "05a", "215" → "215": numbers below ten bear a leading zero. */
export function paddedNumber(number: string): string {
  const [, digits = '', suffix = ''] = /^0*(\d*)(.*)$/.exec(number.trim()) ?? []
  return `${digits.padStart(2, '0')}${suffix}`
}

/** A paper's number with its symbol, as others cite it: "05/TB-SNV"; "…/TB-SNV" while it has none. */
export function documentCode(number: string | null, symbol: string): string {
  return `${number === null ? blank : paddedNumber(number)}/${symbol}`
}

/** The place-and-date line: "Hải Phòng, ngày 05 tháng 01 năm 2026"; day and month are left open while unknown. */
export function placeAndDate(place: string, issuedOn: CalendarDate | null, year: number): string {
  return `${place}, ${issuedOn === null ? `ngày ${blank} tháng ${blank} năm ${year}` : formatLongDate(issuedOn)}`
}

/** Longest agency line, in capitals, that fits the left column at 12 points. */
const agencyLineLength = 24
/** Words that a line of a long name may begin with, so that no name breaks inside a word of two syllables. */
const lineStarts = /\s+(?=(?:THÀNH PHỐ|TỈNH|PHƯỜNG|XÃ|ĐẶC KHU|ỦY BAN|VÀ)(?:\s|$))/u

/**
 * An agency's name in capitals, in the lines it is printed on: a name too long for one line breaks before its territory
 * ("ỦY BAN NHÂN DÂN" / "THÀNH PHỐ HẢI PHÒNG") or another whole part. A `\n` in the name breaks there instead.
 */
export function agencyLines(name: string): string[] {
  const capitals = name.toLocaleUpperCase('vi')
  if (capitals.includes('\n')) return capitals.split('\n').map((line) => line.trim())
  const lines: string[] = []
  for (const part of capitals.split(lineStarts)) {
    const joined = `${lines.at(-1) ?? ''} ${part}`.trim()
    if (lines.length > 0 && joined.length <= agencyLineLength) lines[lines.length - 1] = joined
    else lines.push(part)
  }
  return lines
}
