import type { HalfDay } from '../inspections/contract.ts'
import { type MilpAnswer, milpWriter } from './milp.ts'
import { halfDays, type SchedulingProblem } from './problem.ts'
import type { MonthTally, SeasonDay } from './season-days.ts'
import { balanceRows, type ChosenTrips } from './trip-program.ts'
import type { UnitKind } from './unit-kinds.ts'

/** A group's trip with the units named, in the order of the day, on a day of the season. */
export interface DatedTrip {
  readonly day: number
  readonly stops: readonly { readonly code: string; readonly half: HalfDay }[]
}

interface Parts {
  readonly problem: SchedulingProblem
  readonly days: readonly SeasonDay[]
  readonly months: readonly MonthTally[]
  readonly kinds: readonly UnitKind[]
}

/** So little that no plan becomes better by it; it spreads the trips evenly over the days they could have as well. */
const nudge = 1e-5

/**
 * The second program: chosen trips onto days. It minimises what the days cost (balance of months, swapped Saturdays); of
 * equal choices it takes the one spread most evenly. `Infinity` from `cost` says that the trips do not fit.
 */
export function dayProgram({ problem, days, months, kinds }: Parts, { trips, joins }: ChosenTrips) {
  const { weights } = problem
  const { program, column, row } = milpWriter()
  const late = (day: number, visits: number) => (days[day]!.dueOnSwappedSaturday ? weights.swappedSaturday * visits : 0)
  const room = days.map(() => ({ morning: [] as [number, number][], afternoon: [] as [number, number][] }))
  const groups: [number, number][][] = days.map(() => [])
  const inMonth = new Map<string, [number, number][]>()

  const choices = trips.flatMap(({ kinds: members }, trip) => {
    const [a, b] = members.map((kind) => kinds[kind]!)
    const target = ((trip + 0.5) * days.length) / trips.length
    const mine = days.flatMap((day, index) => {
      if (day.freeGroups === 0) return []
      return orders(a!, b, index, day.room).map((halves) => {
        const cost = late(index, members.length) + nudge * Math.abs(index + 0.5 - target)
        const taken = column(cost, 1)
        for (const half of halves) room[index]![half].push([taken, 1])
        groups[index]!.push([taken, 1])
        inMonth.set(day.month, [...(inMonth.get(day.month) ?? []), [taken, members.length]])
        return { trip, day: index, halves, taken }
      })
    })
    row(
      1,
      mine.map(({ taken }) => [taken, 1]),
      1,
    )
    return mine
  })
  const joined = (match: (join: ChosenTrips['joins'][number]) => boolean) => joins.filter(match).length
  for (const [index, day] of days.entries()) {
    for (const half of halfDays) {
      const rest = day.room[half] - joined((join) => join.day === index && join.half === half)
      row(-Infinity, room[index]![half], rest)
    }
    row(-Infinity, groups[index]!, day.freeGroups)
  }
  const withJoins = months.map((each) => ({
    ...each,
    fixed: each.fixed + joined(({ day }) => days[day]!.month === each.month),
  }))
  if (weights.imbalance > 0)
    for (const month of new Set([...months.map((each) => each.month), ...inMonth.keys()]))
      balanceRows({ column, row }, month, inMonth.get(month) ?? [], withJoins, weights.imbalance)

  const read = ({ values }: MilpAnswer): DatedTrip[] => {
    const waiting = kinds.map(({ units }) => [...units])
    const next = (kind: number) => waiting[kind]!.shift()!.code
    return [
      ...joins.map(({ kind, day, half }) => ({ day, stops: [{ code: next(kind), half }] })),
      ...choices
        .filter(({ taken }) => Math.round(values[taken]!) === 1)
        .map(({ trip, day, halves }) => ({
          day,
          stops: trips[trip]!.kinds.map((kind, stop) => ({ code: next(kind), half: halves[stop]! })),
        })),
    ]
  }
  return { program, read }
}

/** The half-days that one unit, or two in either order, can have on a day; the first order that works stands for both. */
function orders(a: UnitKind, b: UnitKind | undefined, day: number, room: SeasonDay['room']): HalfDay[][] {
  const can = (kind: UnitKind, half: HalfDay) => kind.can[half][day]! && room[half] > 0
  if (!b) return halfDays.filter((half) => can(a, half)).map((half) => [half])
  const both: HalfDay[][] = [
    ['morning', 'afternoon'],
    ['afternoon', 'morning'],
  ]
  return both.filter(([first, second]) => can(a, first!) && can(b, second!)).slice(0, 1)
}
