import { busyAt } from '../availability/busy-time.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { HalfDay } from '../inspections/contract.ts'
import { halfDays, type SchedulingProblem, type UnitToPlace } from './problem.ts'
import { seasonDays } from './season-days.ts'

export interface OpenHalfDay {
  readonly date: CalendarDate
  readonly half: HalfDay
  readonly room: number
}

/** The half-days that take visits, and as many units as can be put on them at once, roads and balance aside. */
export interface HalfDayMatching {
  readonly openings: readonly OpenHalfDay[]
  /** The opening of each placed unit, by unit code. */
  readonly placed: ReadonlyMap<string, number>
  readonly left: readonly UnitToPlace[]
}

/**
 * Places as many units as possible by augmenting paths: whatever is left over cannot be placed by any plan. `from` is an
 * earlier matching to start at, whose half-days all stay in use.
 */
export function matchHalfDays(problem: SchedulingProblem, from?: HalfDayMatching): HalfDayMatching {
  const openings = seasonDays(problem).flatMap(({ date, room }) =>
    halfDays.flatMap((half) => (room[half] > 0 ? [{ date, half, room: room[half] }] : [])),
  )
  const suits = new Map(
    problem.units.map(({ code, busy }) => [
      code,
      openings.flatMap(({ date, half }, index) => (busyAt(busy, date, half) ? [] : [index])),
    ]),
  )
  const guests: string[][] = openings.map(() => [])
  const placed = new Map<string, number>()
  for (const [code, opening] of from?.placed ?? []) {
    const { date, half } = from!.openings[opening]!
    const index = openings.findIndex((each) => each.date === date && each.half === half)
    if (index < 0 || !suits.has(code)) continue
    guests[index]!.push(code)
    placed.set(code, index)
  }
  const settle = (code: string, seen: Set<number>): boolean => {
    for (const index of suits.get(code)!) {
      if (seen.has(index)) continue
      seen.add(index)
      const here = guests[index]!
      const yields = here.length < openings[index]!.room ? null : here.find((guest) => settle(guest, seen))
      if (yields === undefined) continue
      if (yields !== null) here.splice(here.indexOf(yields), 1)
      here.push(code)
      placed.set(code, index)
      return true
    }
    return false
  }
  const left = problem.units.filter(({ code }) => !placed.has(code) && !settle(code, new Set()))
  return { openings, placed, left }
}

/** Whether every unit can have a half-day. */
export const fits = (problem: SchedulingProblem): boolean => matchHalfDays(problem).left.length === 0
