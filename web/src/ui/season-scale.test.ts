import { describe, expect, test } from 'vitest'
import { monthsOfSeason, placeInSeason } from './season-scale.ts'

const season = { from: '2026-07-01', to: '2026-11-30', today: '2026-09-15' }

describe('the season on a line', () => {
  test.each([
    ['2026-07-01', 0],
    ['2026-06-30', 0],
    ['2026-08-01', (31 / 153) * 100],
    ['2026-12-01', 100],
    ['2027-01-15', 100],
  ])('%s lies at %d percent', (date, percent) => {
    expect(placeInSeason(season, date)).toBeCloseTo(percent, 10)
  })

  test('names each month it touches once, over the turn of a year too', () => {
    expect(monthsOfSeason(season).map((month) => month.label)).toEqual(['Tháng 7', '8', '9', '10', '11'])
    const winter = { from: '2026-11-15', to: '2027-01-02', today: '2026-12-01' }
    expect(monthsOfSeason(winter).map((month) => month.key)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01'])
    expect(monthsOfSeason(winter)[0]?.at).toBe(0)
  })
})
