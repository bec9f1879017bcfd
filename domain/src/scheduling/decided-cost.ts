import { nthWorkingDayBefore } from '../dates/working-days.ts'
import { routeKm } from '../units/distance.ts'
import { gather } from './gather.ts'
import type { FixedVisit, PlanCost, PlannedSlot, SchedulingProblem } from './problem.ts'
import type { MonthTally } from './season-days.ts'

/** What a plan adds to the cost of the fixed visits: what the solver's programs minimise, read off the plan itself. */
export function decidedCost(
  problem: SchedulingProblem,
  months: readonly MonthTally[],
  slots: readonly PlannedSlot[],
): PlanCost {
  const { weights, fixed, calendar, leadWorkingDays } = problem
  const all = roads(problem, [...fixed, ...slots])
  const before = roads(problem, fixed)
  const worked = new Set(
    calendar.filter(({ kind, status }) => kind === 'swapWork' && status !== 'proposed').map(({ day }) => day),
  )
  const travelDays = all.days - before.days
  const km = all.km - before.km
  const imbalance = imbalanceOf(months, slots)
  const swappedSaturdays = slots.filter(({ visitOn }) =>
    worked.has(nthWorkingDayBefore(visitOn, leadWorkingDays, calendar).dueOn),
  ).length
  const points =
    weights.travelDay * travelDays +
    weights.km * km +
    weights.imbalance * imbalance +
    weights.swappedSaturday * swappedSaturdays
  return { travelDays, km, imbalance, swappedSaturdays, points }
}

function roads(
  { office, roadFactor, units, fixed }: SchedulingProblem,
  visits: readonly Pick<FixedVisit, 'code' | 'visitOn' | 'group'>[],
): { days: number; km: number } {
  const places = new Map([...units, ...fixed].map(({ code, place }) => [code, place]))
  const trips = gather(visits, ({ visitOn, group }) => `${visitOn} ${group}`)
  const stops = trips.map((trip) => trip.map(({ code }) => places.get(code)!))
  return { days: trips.length, km: stops.reduce((sum, each) => sum + routeKm(office, each, roadFactor), 0) }
}

function imbalanceOf(months: readonly MonthTally[], slots: readonly PlannedSlot[]): number {
  const named = [...months.map(({ month }) => month), ...slots.map(({ visitOn }) => visitOn.slice(0, 7))]
  return [...new Set(named)].reduce((sum, month) => {
    const { least, most, fixed } = months.find((each) => each.month === month) ?? { least: 0, most: 0, fixed: 0 }
    const count = fixed + slots.filter(({ visitOn }) => visitOn.startsWith(month)).length
    return sum + Math.max(0, least - count, count - most)
  }, 0)
}
