import { z } from 'zod'

/**
 * A day of the calendar, 'YYYY-MM-DD'; never an instant and never of a time zone. Only real days of the years 0001–9999.
 * All arithmetic here is on whole numbers, so no machine's time zone can move a day.
 */
export const CalendarDate = z.iso
  .date({ error: 'Ngày phải có thật trên lịch và viết theo dạng năm-tháng-ngày, ví dụ 2026-07-15.' })
  .refine(
    (date) => !date.startsWith('0000'),
    'Ngày phải có thật trên lịch và viết theo dạng năm-tháng-ngày, ví dụ 2026-07-15.',
  )
export type CalendarDate = z.infer<typeof CalendarDate>

/** Days of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Vietnam keeps UTC+7 all year, so Asia/Ho_Chi_Minh is a constant shift. */
const millisecondsAheadOfUtc = 7 * 3_600_000
const millisecondsPerDay = 86_400_000

/** The number of a day counted from 1/1/1970, in the Gregorian calendar; March-based years make February's length the last thing counted. */
export function dayNumber(date: CalendarDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = (month + 9) % 12
  const century = Math.floor(marchYear / 100)
  const leapDays = Math.floor(marchYear / 4) - century + Math.floor(century / 4)
  return marchYear * 365 + leapDays + Math.floor((153 * marchMonth + 2) / 5) + day - 1 - 719_468
}

/** The inverse of `dayNumber`. */
export function dateOfDayNumber(number: number): CalendarDate {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** The date so many days later; earlier when `days` is negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days)
}

/** Calendar days from one date to another; negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Orders dates for `sort`: negative, zero or positive. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function weekday(date: CalendarDate): Weekday {
  // Day 0, 1/1/1970, was a Thursday.
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday
}

/** The month of a date, 'YYYY-MM'. */
export function monthOf(date: CalendarDate): string {
  return date.slice(0, 7)
}

/** The year of a date, as a number. */
export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4))
}

/** The first and the last day of a month 'YYYY-MM'. */
export function daysOfMonth(month: string): { first: CalendarDate; last: CalendarDate } {
  const first = `${month}-01`
  return { first, last: addDays(`${monthOf(addDays(first, 31))}-01`, -1) }
}

/** The date it is in Vietnam (Asia/Ho_Chi_Minh) at an instant, given as ISO 8601 with its offset or as a Date. */
export function dateInVietnam(instant: string | Date): CalendarDate {
  const milliseconds = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  return dateOfDayNumber(Math.floor((milliseconds + millisecondsAheadOfUtc) / millisecondsPerDay))
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
