import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysOfMonth } from '../dates/calendar-date.ts'
import { readWishedTime, wishInWords } from './wished-time.ts'

describe('a wished time', () => {
  it.each([
    ['17/9/2026', '2026-09-17', '2026-09-17'],
    ['ngày 17/09', '2026-09-17', '2026-09-17'],
    ['17.9.2026', '2026-09-17', '2026-09-17'],
    ['15-19/9', '2026-09-15', '2026-09-19'],
    ['Từ 15 đến 19/9/2026', '2026-09-15', '2026-09-19'],
    ['từ ngày 28/9 đến ngày 02/10/2026', '2026-09-28', '2026-10-02'],
    ['28/9/2026 – 2/10/2026', '2026-09-28', '2026-10-02'],
    ['tháng 9', '2026-09-01', '2026-09-30'],
    ['Tháng 09/2026', '2026-09-01', '2026-09-30'],
    ['trong tháng 2 năm 2028', '2028-02-01', '2028-02-29'],
    ['9/2026', '2026-09-01', '2026-09-30'],
    ['tháng 9-10', '2026-09-01', '2026-10-31'],
    ['từ tháng 9 đến hết tháng 11/2026', '2026-09-01', '2026-11-30'],
    ['Quý III', '2026-07-01', '2026-09-30'],
    ['quý 4/2026', '2026-10-01', '2026-12-31'],
  ])('%s is read', (text, from, to) => {
    expect(readWishedTime(text, 2026)).toEqual({ from, to })
  })
  it.each(['', 'sớm', '31/9/2026', '19-15/9', 'tháng 13', 'quý V', '9', '2026', '29/2/2026', 'tháng 10-9', '17/9/26'])(
    '%s is not guessed at',
    (text) => {
      expect(readWishedTime(text, 2026)).toBeNull()
    },
  )
  it.each([
    ['2026-09-17', '2026-09-17', 'ngày 17/09/2026'],
    ['2026-09-01', '2026-09-30', 'tháng 9/2026'],
    ['2026-07-01', '2026-09-30', 'quý III/2026'],
    ['2026-08-01', '2026-10-31', 'từ 01/08/2026 đến 31/10/2026'],
    ['2026-09-15', '2026-09-19', 'từ 15/09/2026 đến 19/09/2026'],
  ])('%s to %s reads %s', (from, to, wordsOfIt) => {
    expect(wishInWords({ from, to })).toBe(wordsOfIt)
  })
  it('is read again from its own words', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 200 }), fc.boolean(), (from, length, whole) => {
        const last = addDays(from, length) > '2026-12-31' ? '2026-12-31' : addDays(from, length)
        const wish = whole
          ? { from: daysOfMonth(from.slice(0, 7)).first, to: daysOfMonth(from.slice(0, 7)).last }
          : { from, to: last }
        expect(readWishedTime(wishInWords(wish), 1999)).toEqual(wish)
      }),
    )
  })
})
