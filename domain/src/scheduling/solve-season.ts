import type { CalendarDate } from '../dates/calendar-date.ts'
import { dayClasses } from './day-classes.ts'
import { type DatedTrip, dayProgram } from './day-program.ts'
import { decidedCost } from './decided-cost.ts'
import type { SolveMilp } from './milp.ts'
import type { PlannedSlot, SchedulingProblem } from './problem.ts'
import { type MonthTally, monthTallies, type SeasonDay, seasonDays } from './season-days.ts'
import { type ChosenTrips, tripProgram } from './trip-program.ts'
import { allJoins, allTrips } from './trips.ts'
import { type UnitKind, unitKinds } from './unit-kinds.ts'

/** `points` and `bound` are of what the plan decides; the fixed visits cost the same in every plan. */
export interface SolvedSeason {
  readonly slots: readonly PlannedSlot[]
  readonly points: number
  /** Proven: no plan that keeps the rules costs less. */
  readonly bound: number
}

/** With more counting columns than this, days are no longer told apart exactly and the gap is what it is. */
const mostColumns = 60_000
const same = 1e-4

/**
 * Gives every unit its half-day at the least cost, or answers null where the rules leave no way to. First the trips, over
 * classes of days; then the days. Where the days cost more than the classes promised, the classes are made exact and the
 * trips chosen anew, so the bound is proven against every plan and no pair of units is left out of it.
 * `months` are the fair shares when they are not this problem's own.
 */
export function solveSeason(
  problem: SchedulingProblem,
  solve: SolveMilp,
  months: readonly MonthTally[] = monthTallies(problem),
): SolvedSeason | null {
  const days = seasonDays(problem)
  const kinds = unitKinds(problem, days)
  const parts = { problem, days, months, kinds }
  let best: Pick<SolvedSeason, 'slots' | 'points'> | null = null
  let bound = -Infinity
  for (const exact of [false, true]) {
    const classes = dayClasses(days, kinds, exact)
    const trips = allTrips(problem, days, kinds, classes)
    const joins = allJoins(problem, days, kinds)
    const columns = new Map(trips.map(({ profile, options }) => [profile, options.length]))
    if (exact && best && [...columns.values()].reduce((sum, length) => sum + length, 0) > mostColumns) break
    const { program, read } = tripProgram({ ...parts, classes, trips, joins })
    const chosen = solve(program)
    if (chosen.status === 'infeasible') return null
    bound = Math.max(bound, chosen.bound)
    const dated = placeOnDays(parts, read(chosen), solve)
    if (dated && (!best || dated.points < best.points)) best = dated
    if (best && best.points <= chosen.objective + same) break
  }
  return best && { slots: best.slots, points: best.points, bound: Math.min(bound, best.points) }
}

/** Proven: no plan costs less. Quicker than a plan, and in most seasons as much as the plan comes to. */
export function seasonBound(problem: SchedulingProblem, solve: SolveMilp, months: readonly MonthTally[]): number {
  const days = seasonDays(problem)
  const kinds = unitKinds(problem, days)
  const classes = dayClasses(days, kinds, false)
  const trips = allTrips(problem, days, kinds, classes)
  const joins = allJoins(problem, days, kinds)
  return solve(tripProgram({ problem, days, months, kinds, classes, trips, joins }).program).bound
}

function placeOnDays(
  parts: {
    problem: SchedulingProblem
    days: readonly SeasonDay[]
    months: readonly MonthTally[]
    kinds: readonly UnitKind[]
  },
  chosen: ChosenTrips,
  solve: SolveMilp,
): Pick<SolvedSeason, 'slots' | 'points'> | null {
  const { problem, days, months } = parts
  const { program, read } = dayProgram(parts, chosen)
  const answer = solve(program)
  if (answer.status === 'infeasible') return null
  const slots = withGroups(problem, days, chosen, read(answer))
  return { slots, points: decidedCost(problem, months, slots).points }
}

/** Numbers the groups of each day: a joined unit goes with its fixed visit's group, new trips take the free ones in turn. */
function withGroups(
  { fixed, teamGroups }: SchedulingProblem,
  days: readonly SeasonDay[],
  { joins }: ChosenTrips,
  dated: readonly DatedTrip[],
): PlannedSlot[] {
  const taken = new Map<CalendarDate, Set<number>>()
  for (const { visitOn, group } of fixed) taken.set(visitOn, (taken.get(visitOn) ?? new Set()).add(group))
  return dated.flatMap(({ day, stops }, index) => {
    const visitOn = days[day]!.date
    const here = taken.get(visitOn) ?? new Set()
    const join = joins[index]
    const free = Array.from({ length: teamGroups }, (_, group) => group + 1).find((group) => !here.has(group))!
    const group = join ? join.anchor.group : free
    taken.set(visitOn, here.add(group))
    return stops.map(({ code, half: halfDay }) => ({ code, visitOn, halfDay, group }))
  })
}
