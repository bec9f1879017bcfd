import type { DayClass } from './day-classes.ts'
import { gather } from './gather.ts'
import { type MilpAnswer, milpWriter } from './milp.ts'
import { halfDays, type SchedulingProblem } from './problem.ts'
import type { MonthTally, SeasonDay } from './season-days.ts'
import type { Join, Trip } from './trips.ts'
import type { UnitKind } from './unit-kinds.ts'

/** Trips and joins that a season is made of, each as many times as it stands here. */
export interface ChosenTrips {
  readonly trips: readonly Trip[]
  readonly joins: readonly Join[]
}

interface Parts {
  readonly problem: SchedulingProblem
  readonly days: readonly SeasonDay[]
  readonly months: readonly MonthTally[]
  readonly kinds: readonly UnitKind[]
  readonly classes: readonly DayClass[]
  readonly trips: readonly Trip[]
  readonly joins: readonly Join[]
}

/**
 * The first of the two programs: which units go together and how many trips go into each class of days. Kilometres depend on
 * the pair alone, so a trip is one column however many days there are; days come in by counting the trips of one profile.
 * The season's fixed visits cost the same in every plan and are left out.
 */
export function tripProgram({ problem, days, months, kinds, classes, trips, joins }: Parts) {
  const { weights } = problem
  const { program, column, row } = milpWriter()
  const sizeOf = (kind: number) => kinds[kind]!.units.length
  const tripColumns = trips.map(({ kinds: [a, b], km, options }) => {
    const most = b === undefined ? sizeOf(a!) : a === b ? Math.floor(sizeOf(a!) / 2) : Math.min(sizeOf(a!), sizeOf(b))
    return column(weights.travelDay + weights.km * km, options.length === 0 ? 0 : most)
  })
  const saturday = (late: boolean, visits: number) => (late ? weights.swappedSaturday * visits : 0)
  const joinColumns = joins.map(({ extraKm, day }) =>
    column(weights.km * extraKm + saturday(days[day]!.dueOnSwappedSaturday, 1), 1),
  )

  // Every unit once.
  const visits: [number, number][][] = kinds.map(() => [])
  for (const [index, trip] of trips.entries())
    for (const kind of new Set(trip.kinds))
      visits[kind]!.push([tripColumns[index]!, trip.kinds.filter((each) => each === kind).length])
  for (const [index, { kind }] of joins.entries()) visits[kind]!.push([joinColumns[index]!, 1])
  for (const [kind, entries] of visits.entries()) row(sizeOf(kind), entries, sizeOf(kind))

  // Each profile's trips are shared out among the classes they can go into.
  const room = classes.map(() => ({ morning: [] as [number, number][], afternoon: [] as [number, number][] }))
  const groups: [number, number][][] = classes.map(() => [])
  const inMonth = new Map<string, [number, number][]>()
  const count = (month: string, entry: [number, number]) => inMonth.set(month, [...(inMonth.get(month) ?? []), entry])
  for (const members of gather(trips.entries(), ([, trip]) => `${trip.kinds.length} ${trip.profile}`)) {
    const {
      options,
      kinds: { length: size },
    } = members[0]![1]
    const shares = options.map(({ dayClass, uses }) => {
      const { month, freeGroups, dueOnSwappedSaturday } = classes[dayClass]!
      const share = column(saturday(dueOnSwappedSaturday, size), freeGroups)
      for (const half of uses === 'both' ? halfDays : [uses]) room[dayClass]![half].push([share, 1])
      groups[dayClass]!.push([share, 1])
      count(month, [share, size])
      return [share, -1] as const
    })
    row(0, [...members.map(([index]) => [tripColumns[index]!, 1] as const), ...shares], 0)
  }
  const classOf = new Map(classes.flatMap((each, index) => each.days.map((day) => [day, index] as const)))
  for (const [index, { day, half }] of joins.entries()) {
    room[classOf.get(day)!]![half].push([joinColumns[index]!, 1])
    count(days[day]!.month, [joinColumns[index]!, 1])
  }
  for (const [index, { room: most, freeGroups }] of classes.entries()) {
    for (const half of halfDays) row(-Infinity, room[index]![half], most[half])
    row(-Infinity, groups[index]!, freeGroups)
  }
  for (const members of gather(joins.entries(), ([, { anchor }]) => anchor.code))
    row(
      -Infinity,
      members.map(([index]) => [joinColumns[index]!, 1]),
      1,
    )

  if (weights.imbalance > 0)
    for (const month of new Set([...months.map((each) => each.month), ...inMonth.keys()]))
      balanceRows({ column, row }, month, inMonth.get(month) ?? [], months, weights.imbalance)

  const read = ({ values }: MilpAnswer): ChosenTrips => ({
    trips: trips.flatMap((trip, index) => Array<Trip>(Math.round(values[tripColumns[index]!]!)).fill(trip)),
    joins: joins.filter((_, index) => Math.round(values[joinColumns[index]!]!) === 1),
  })
  return { program, read }
}

/** Pays for every visit that a month has beyond its share, or short of it. */
export function balanceRows(
  { column, row }: Pick<ReturnType<typeof milpWriter>, 'column' | 'row'>,
  month: string,
  entries: readonly (readonly [number, number])[],
  months: readonly MonthTally[],
  cost: number,
): void {
  const { least, most, fixed } = months.find((each) => each.month === month) ?? { least: 0, most: 0, fixed: 0 }
  row(-Infinity, [...entries, [column(cost, Infinity, false), -1]], most - fixed)
  row(least - fixed, [...entries, [column(cost, Infinity, false), 1]], Infinity)
}
