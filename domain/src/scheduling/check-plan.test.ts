import { describe, expect, test } from 'vitest'
import { routeKm } from '../units/distance.ts'
import { busyAll, smallSeason, unit } from './cases/small-season.ts'
import { checkPlan } from './check-plan.ts'
import type { PlannedSlot, SchedulingProblem } from './problem.ts'

const at = (code: string, visitOn: string, halfDay: 'morning' | 'afternoon' = 'morning', group = 1): PlannedSlot => ({
  code,
  visitOn,
  halfDay,
  group,
})
const good = [at('A', '2026-08-18'), at('B', '2026-08-18', 'afternoon')]
const rulesOf = (problem: SchedulingProblem, slots: PlannedSlot[]) =>
  checkPlan(problem, slots).broken.map(({ rule, code }) => `${rule} ${code}`)

test('a plan that keeps every rule has no fault', () => {
  expect(rulesOf(smallSeason(), good)).toEqual([])
})

const seats = [
  { key: 'one', name: 'Một', busy: [] },
  { key: 'two', name: 'Hai', busy: busyAll('2026-08-19', '2026-08-19') },
]
const stands = {
  code: 'F',
  name: 'Xã F',
  place: { lat: 20.9, lon: 106.6 },
  visitOn: '2026-08-20',
  halfDay: 'morning' as const,
  group: 1,
  pinned: null,
}

describe('finds', () => {
  test.each<[string, Partial<SchedulingProblem>, PlannedSlot[], string[]]>([
    ['a unit left out', {}, [good[0]!], ['missing B']],
    ['a unit placed twice', {}, [...good, at('A', '2026-08-20')], ['twice A']],
    ['a unit of nowhere', {}, [...good, at('X', '2026-08-20')], ['unknown-unit X']],
    ['a day off', { periodTo: '2026-08-31' }, [good[0]!, at('B', '2026-08-30')], ['day-off B']],
    ['a day outside the period', {}, [good[0]!, at('B', '2026-08-24')], ['period B']],
    ['the buffer', { bufferWorkingDays: 2 }, [good[0]!, at('B', '2026-08-20')], ['buffer B']],
    ['short notice', { noticeWorkingDays: 3 }, [at('A', '2026-08-19'), at('B', '2026-08-18')], ['notice B']],
    [
      'a report due in the past',
      { leadWorkingDays: 3 },
      [at('A', '2026-08-19'), at('B', '2026-08-18')],
      ['report-due B'],
    ],
    ['a group that the team has not', {}, [good[0]!, at('B', '2026-08-18', 'morning', 2)], ['group B']],
    ['two visits of one half-day', {}, [at('A', '2026-08-18'), at('B', '2026-08-18')], ['one-visit A', 'one-visit B']],
    ['a half-day that a fixed visit holds', { fixed: [stands] }, [good[0]!, at('B', '2026-08-20')], ['one-visit B']],
    [
      'a team that lacks somebody',
      { seats, needs: [{ name: 'n', seatKeys: ['two'] }] },
      [good[0]!, at('B', '2026-08-19')],
      ['team-away B'],
    ],
    [
      'one person in two places',
      { seats, teamGroups: 2, needs: [{ name: 'n', seatKeys: ['one', 'two'] }] },
      [at('A', '2026-08-19'), at('B', '2026-08-19', 'morning', 2)],
      ['team-away A', 'team-away B'],
    ],
    [
      'a busy unit',
      { units: [unit('A'), unit('B', { busy: busyAll('2026-08-18', '2026-08-18') })] },
      good,
      ['unit-busy B'],
    ],
  ])('%s', (_, changes, slots, expected) => {
    expect(rulesOf(smallSeason(changes), slots)).toEqual(expected)
  })
})

describe('counts', () => {
  test('days, road, months and swapped Saturdays by the weights', () => {
    const problem = smallSeason({
      periodTo: '2026-08-28',
      weights: { travelDay: 7, km: 2, imbalance: 5, swappedSaturday: 3 },
    })
    const road = routeKm(problem.office, [problem.units[0]!.place], 1)
    const { cost } = checkPlan(problem, [at('A', '2026-08-18'), at('B', '2026-08-24')])
    expect(cost).toMatchObject({ travelDays: 2, imbalance: 0, swappedSaturdays: 1 })
    expect(cost.km).toBeCloseTo(2 * road)
    expect(cost.points).toBeCloseTo(2 * 7 + 2 * 2 * road + 3)
  })

  test('months that have more or fewer visits than their open days deserve', () => {
    const problem = smallSeason({ periodFrom: '2026-08-24', periodTo: '2026-09-07' })
    expect(checkPlan(problem, [at('A', '2026-08-25'), at('B', '2026-09-03')]).cost.imbalance).toBe(0)
    const units = ['A', 'B', 'C', 'D'].map((code) => unit(code))
    const early = units.map(({ code }, index) => at(code, `2026-08-${25 + index}`))
    expect(checkPlan({ ...problem, units }, early).cost.imbalance).toBe(4)
  })
})
