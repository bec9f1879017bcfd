import { describe, expect, test } from 'vitest'
import { addDays, addMonths, weekdayOf, weeksOfMonth } from './calendar-month.ts'

describe('a month of the calendar', () => {
  test('starts its weeks on Monday and shows every day of the month once', () => {
    for (const month of ['2026-02', '2026-09', '2026-11', '2027-02', '2028-02']) {
      const days = weeksOfMonth(month).flat()
      expect(weekdayOf(days[0]!)).toBe('Thứ Hai')
      expect(days.length % 7).toBe(0)
      expect(new Set(days).size).toBe(days.length)
      const own = days.filter((day) => day.startsWith(month))
      expect(own[0]).toBe(`${month}-01`)
      expect(addDays(own.at(-1)!, 1).slice(0, 7)).toBe(addMonths(`${month}-01`, 1).slice(0, 7))
    }
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %d month is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })
})
