import type { BusyTime } from '@cchc/domain/availability/busy-time.ts'
import { addDays } from '@cchc/domain/dates/calendar-date.ts'
import { checkPlan } from '@cchc/domain/scheduling/check-plan.ts'
import { explainConflict } from '@cchc/domain/scheduling/explain-conflict.ts'
import type { SolveMilp } from '@cchc/domain/scheduling/milp.ts'
import { type FixedVisit, halfDays, type PlannedSlot, type SchedulingProblem } from '@cchc/domain/scheduling/problem.ts'
import { proposeSeason } from '@cchc/domain/scheduling/propose-season.ts'
import { solveSeason } from '@cchc/domain/scheduling/solve-season.ts'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { allUnits, decisionUnits, season } from './cases/hai-phong.ts'
import { openSolver } from './open-solver.ts'

let solve: SolveMilp
beforeAll(async () => {
  solve = await openSolver()
})

function planOf(problem: SchedulingProblem) {
  const answer = proposeSeason(problem, [], solve)
  if ('conflict' in answer) throw new Error(answer.conflict.sentence)
  return answer.plan
}

describe('the 27 units of the decision', () => {
  test('are planned within the promised gap, and the checker finds no fault', () => {
    const problem = season(decisionUnits())
    const { plan, gap, bound } = planOf(problem)
    expect(plan.slots).toHaveLength(27)
    expect(checkPlan(problem, plan.slots).broken).toEqual([])
    expect(gap).toBeLessThanOrEqual(0.02)
    expect(bound).toBeLessThanOrEqual(plan.cost.points + 1e-6)
    expect(plan.cost).toMatchObject({ travelDays: 14, imbalance: 0, swappedSaturdays: 0 })
  })

  test('give the same plan however often they are asked', async () => {
    const again = await openSolver()
    const [one, other] = [solve, again].map((each) => proposeSeason(season(decisionUnits()), [], each))
    expect(other).toEqual(one)
  })

  test('are planned around busy people, busy units and visits that stand', () => {
    const units = decisionUnits()
    const first = units[0]!
    const problem = season(
      units.slice(1).map((unit, index) => ({
        ...unit,
        busy: [
          { from: addDays('2026-07-20', index * 3), to: addDays('2026-08-20', index * 3), halfDay: null, reason: '' },
        ],
      })),
      {
        fixed: [{ ...first, visitOn: '2026-08-11', halfDay: 'morning', group: 1, pinned: null }],
        seats: [
          { key: 'a', name: 'A', busy: [{ from: '2026-09-07', to: '2026-09-30', halfDay: null, reason: '' }] },
          { key: 'b', name: 'B', busy: [{ from: '2026-09-21', to: '2026-10-02', halfDay: null, reason: '' }] },
        ],
        needs: [{ name: 'Thể chế', seatKeys: ['a', 'b'] }],
      },
    )
    const { plan, gap } = planOf(problem)
    expect(gap).toBeLessThanOrEqual(0.02)
    expect(plan.slots.filter(({ visitOn }) => visitOn >= '2026-09-21' && visitOn <= '2026-09-30')).toEqual([])
  })
})

describe('all 128 units', () => {
  test('are planned with a proven gap, and the checker finds no fault', () => {
    const problem = season(allUnits())
    const solved = solveSeason(problem, solve)!
    expect(checkPlan(problem, solved.slots).broken).toEqual([])
    expect(solved.slots).toHaveLength(128)
    expect((solved.points - solved.bound) / solved.points).toBeLessThanOrEqual(0.02)
  })
})

describe('small seasons, against every plan there is', () => {
  const day = (offset: number) => addDays('2026-08-17', offset)
  const busyTimes = fc.array(
    fc
      .record({ from: fc.integer({ min: 0, max: 7 }), length: fc.nat(2), halfDay: fc.constantFrom(null, ...halfDays) })
      .map(
        ({ from, length, halfDay }): BusyTime => ({
          from: day(from),
          to: day(from + (halfDay ? 0 : length)),
          halfDay,
          reason: '',
        }),
      ),
    { maxLength: 3 },
  )
  const place = fc.record({
    lat: fc.integer({ min: 0, max: 4 }).map((step) => 20.8 + step / 20),
    lon: fc.integer({ min: 0, max: 4 }).map((step) => 106.6 + step / 20),
  })
  const small = fc.record({
    units: fc.array(fc.record({ place, busy: busyTimes }), { minLength: 1, maxLength: 3 }),
    fixed: fc.array(
      fc.record({ place, offset: fc.integer({ min: 0, max: 7 }), halfDay: fc.constantFrom(...halfDays) }),
      { maxLength: 2 },
    ),
    days: fc.integer({ min: 1, max: 6 }),
    teamGroups: fc.integer({ min: 1, max: 2 }),
    seats: fc.array(busyTimes, { maxLength: 3 }),
    /** Who of the seats meets each need, as bits. */
    needs: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    noticeWorkingDays: fc.integer({ min: 0, max: 2 }),
    bufferWorkingDays: fc.integer({ min: 0, max: 1 }),
    weights: fc.record({
      travelDay: fc.constantFrom(0, 40, 100),
      km: fc.constantFrom(0, 1, 3),
      imbalance: fc.constantFrom(0, 30),
      swappedSaturday: fc.constantFrom(0, 20),
    }),
  })

  test('no plan is cheaper; where none is found there is none', () => {
    fc.assert(
      fc.property(small, (drawn) => {
        const problem = smallSeason(drawn, day)
        const solved = solveSeason(problem, solve)
        const best = cheapestOfAll(problem)
        if (best === null) {
          expect(solved).toBeNull()
          expect(explainConflict(problem)).not.toBeNull()
          return
        }
        expect(explainConflict(problem)).toBeNull()
        const { broken, cost } = checkPlan(problem, solved!.slots)
        expect(broken).toEqual([])
        expect(cost.points).toBeCloseTo(best, 4)
        expect(solved!.bound).toBeLessThanOrEqual(solved!.points + 1e-6)
      }),
      { numRuns: 100, seed: 2251 },
    )
  })
})

type Drawn = {
  units: { place: SchedulingProblem['office']; busy: BusyTime[] }[]
  fixed: { place: SchedulingProblem['office']; offset: number; halfDay: 'morning' | 'afternoon' }[]
  days: number
  teamGroups: number
  seats: BusyTime[][]
  needs: number[]
  noticeWorkingDays: number
  bufferWorkingDays: number
  weights: SchedulingProblem['weights']
}

/** From Monday 17/8/2026; Saturday 22/8 is worked. Two fixed visits never share a group's half-day. */
function smallSeason(
  { units, fixed, days, seats, needs, ...rest }: Drawn,
  day: (offset: number) => string,
): SchedulingProblem {
  const stands: FixedVisit[] = []
  for (const [index, { place, offset, halfDay }] of fixed.entries()) {
    const visitOn = day(offset)
    if (stands.some((other) => other.visitOn === visitOn && other.halfDay === halfDay)) continue
    stands.push({ code: `f${index}`, name: `F${index}`, place, visitOn, halfDay, group: 1, pinned: null })
  }
  const keys = seats.map((_, index) => `s${index}`)
  const whole = season([])
  return season(
    units.map((unit, position) => ({ ...unit, code: `u${position}`, name: `U${position}`, position })),
    {
      ...rest,
      today: '2026-08-14',
      periodFrom: '2026-08-17',
      periodTo: day(days),
      leadWorkingDays: 1,
      calendar: whole.calendar.filter(({ day: date }) => date.startsWith('2026-08')),
      fixed: stands,
      seats: seats.map((busy, index) => ({ key: keys[index]!, name: keys[index]!, busy })),
      needs: needs.map((bits, need) => ({
        name: `n${need}`,
        seatKeys: keys.filter((_, seat) => (bits >> seat) % 2 === 1),
      })),
    },
  )
}

/** Tries every half-day and group for every unit and takes the checker's word for what holds and what it costs. */
function cheapestOfAll(problem: SchedulingProblem): number | null {
  const dates = Array.from({ length: 8 }, (_, offset) => addDays(problem.periodFrom, offset)).filter(
    (date) => date <= problem.periodTo,
  )
  const everywhere = dates.flatMap((visitOn) =>
    halfDays.flatMap((halfDay) =>
      Array.from({ length: problem.teamGroups }, (_, group) => ({ visitOn, halfDay, group: group + 1 })),
    ),
  )
  // What a unit may not do alone it may not do in company.
  const choices = problem.units.map(({ code }) =>
    everywhere
      .map((slot) => ({ code, ...slot }))
      .filter((slot) => checkPlan(problem, [slot]).broken.every(({ rule }) => rule === 'missing')),
  )
  let best: number | null = null
  const walk = (slots: PlannedSlot[]) => {
    if (slots.length === problem.units.length) {
      const { broken, cost } = checkPlan(problem, slots)
      if (broken.length === 0 && (best === null || cost.points < best)) best = cost.points
      return
    }
    for (const slot of choices[slots.length]!)
      if (
        !slots.some(
          ({ visitOn, halfDay, group }) => visitOn === slot.visitOn && halfDay === slot.halfDay && group === slot.group,
        )
      )
        walk([...slots, slot])
  }
  walk([])
  return best
}
