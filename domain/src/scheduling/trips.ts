import type { HalfDay } from '../inspections/contract.ts'
import { greatCircleKm, routeKm } from '../units/distance.ts'
import type { DayClass } from './day-classes.ts'
import { type FixedVisit, halfDays, otherHalf, type SchedulingProblem } from './problem.ts'
import type { SeasonDay } from './season-days.ts'
import type { UnitKind } from './unit-kinds.ts'

/** One group's day on the road with one unit or two, by kind. */
export interface Trip {
  readonly kinds: readonly number[]
  readonly km: number
  /** Where it can take place: pairs of a class and the half-day it uses there; 'both' for two units. */
  readonly options: readonly TripOption[]
  /** Trips with the same options share their counting. */
  readonly profile: string
}
export interface TripOption {
  readonly dayClass: number
  readonly uses: HalfDay | 'both'
}

/** A unit joined to the free half-day of a fixed visit's group. */
export interface Join {
  readonly kind: number
  readonly anchor: FixedVisit
  readonly day: number
  readonly half: HalfDay
  readonly extraKm: number
}

/** Every single unit and every pair of units, with its road and where it can take place. None is left out. */
export function allTrips(
  problem: SchedulingProblem,
  days: readonly SeasonDay[],
  kinds: readonly UnitKind[],
  classes: readonly DayClass[],
): Trip[] {
  const open = classes.map((each) => each.days.filter((index) => days[index]!.freeGroups > 0))
  const optionsWhere = (uses: TripOption['uses'], holds: (day: number) => boolean): TripOption[] =>
    open.flatMap((indexes, dayClass) => (indexes.some(holds) ? [{ dayClass, uses }] : []))
  const room = (index: number, half: HalfDay) => days[index]!.room[half] > 0
  const singleOptions = ({ can }: UnitKind) =>
    halfDays.flatMap((half) => optionsWhere(half, (index) => room(index, half) && can[half][index]!))
  const pairOptions = (a: UnitKind, b: UnitKind) =>
    optionsWhere(
      'both',
      (index) =>
        room(index, 'morning') &&
        room(index, 'afternoon') &&
        ((a.can.morning[index]! && b.can.afternoon[index]!) || (b.can.morning[index]! && a.can.afternoon[index]!)),
    )
  const everywhere = optionsWhere('both', (index) => room(index, 'morning') && room(index, 'afternoon'))
  const trip = (members: readonly number[], options: readonly TripOption[]): Trip => ({
    kinds: members,
    km: roadOf(
      problem,
      members.map((kind) => kinds[kind]!),
    ),
    options,
    profile: options.map(({ dayClass, uses }) => `${dayClass}${uses[0]}`).join(' '),
  })
  return kinds.flatMap((kind, a) => [
    trip([a], singleOptions(kind)),
    ...kinds.slice(a).flatMap((other, offset) => {
      if (offset === 0 && kind.units.length < 2) return []
      return [trip([a, a + offset], kind.always && other.always ? everywhere : pairOptions(kind, other))]
    }),
  ])
}

/** Every unit beside every fixed visit whose group has a half-day left. */
export function allJoins(problem: SchedulingProblem, days: readonly SeasonDay[], kinds: readonly UnitKind[]): Join[] {
  const { office, roadFactor } = problem
  return days.flatMap(({ anchors }, day) =>
    anchors.flatMap((anchor) =>
      kinds.flatMap(({ can, place }, kind) => {
        const half = otherHalf(anchor.halfDay)
        if (!can[half][day]) return []
        const detour =
          greatCircleKm(anchor.place, place) + greatCircleKm(place, office) - greatCircleKm(anchor.place, office)
        return [{ kind, anchor, day, half, extraKm: detour * roadFactor }]
      }),
    ),
  )
}

function roadOf({ office, roadFactor }: SchedulingProblem, kinds: readonly UnitKind[]): number {
  return routeKm(
    office,
    kinds.map(({ place }) => place),
    roadFactor,
  )
}
