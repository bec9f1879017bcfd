import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  CalendarDate,
  compareDates,
  dateInVietnam,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  daysOfMonth,
  monthOf,
  weekday,
  yearOf,
} from './calendar-date.ts'

/** Any real day of the years 1900–2200, made by an independent calendar (UTC). */
const anyDate = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('CalendarDate', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('accepts %s', (date) => {
    expect(CalendarDate.parse(date)).toBe(date)
  })
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-00-10',
    '0000-01-01',
    '2026-7-5',
    '15/07/2026',
    '2026-07-15T00:00:00Z',
    '',
  ])('refuses "%s" with a sentence', (date) => {
    expect(CalendarDate.safeParse(date).error?.issues[0]?.message).toMatch(/^Ngày phải có thật/)
  })
})

describe('arithmetic', () => {
  it('agrees with the Gregorian calendar of the platform', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const milliseconds = Date.parse(`${date}T00:00:00Z`)
        expect(dayNumber(date)).toBe(milliseconds / 86_400_000)
        expect(addDays(date, days)).toBe(new Date(milliseconds + days * 86_400_000).toISOString().slice(0, 10))
        expect(weekday(date) % 7).toBe(new Date(milliseconds).getUTCDay())
      }),
    )
  })
  it('inverts itself', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        expect(dateOfDayNumber(dayNumber(date))).toBe(date)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(compareDates(date, addDays(date, days))).toBe(-Math.sign(days) + 0)
      }),
    )
  })
  it.each([
    ['2026-02', '2026-02-01', '2026-02-28'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('knows the first and last day of %s', (month, first, last) => {
    expect(daysOfMonth(month)).toEqual({ first, last })
  })
  it('cuts a date into month and year', () => {
    expect(monthOf('2026-07-15')).toBe('2026-07')
    expect(yearOf('2026-07-15')).toBe(2026)
  })
})

describe('the date in Vietnam', () => {
  it.each([
    ['2026-07-10T16:59:59.999Z', '2026-07-10'],
    ['2026-07-10T17:00:00Z', '2026-07-11'],
    ['2026-12-31T17:00:00Z', '2027-01-01'],
    ['2026-07-10T23:30:00+07:00', '2026-07-10'],
  ])('at %s is %s', (instant, date) => {
    expect(dateInVietnam(instant)).toBe(date)
    expect(dateInVietnam(new Date(instant))).toBe(date)
  })
})
