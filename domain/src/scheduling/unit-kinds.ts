import { busyAt } from '../availability/busy-time.ts'
import type { HalfDay } from '../inspections/contract.ts'
import { halfDays, type SchedulingProblem, type UnitToPlace } from './problem.ts'
import type { SeasonDay } from './season-days.ts'

/** Units that no plan can tell apart: at one place, busy on the same half-days. */
export interface UnitKind {
  readonly units: readonly UnitToPlace[]
  readonly place: UnitToPlace['place']
  /** Whether the unit can receive the team, by half-day, in the order of the season's days. */
  readonly can: Readonly<Record<HalfDay, readonly boolean[]>>
  /** Whether it can on every half-day. */
  readonly always: boolean
}

/** The units to place, gathered by kind, in the order of the decision's list. */
export function unitKinds(problem: SchedulingProblem, days: readonly SeasonDay[]): UnitKind[] {
  const kinds = new Map<string, UnitKind & { units: UnitToPlace[] }>()
  for (const unit of problem.units.toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1))) {
    const can = Object.fromEntries(
      halfDays.map((half) => [half, days.map(({ date }) => busyAt(unit.busy, date, half) === undefined)]),
    ) as Record<HalfDay, boolean[]>
    const key = [unit.place.lat, unit.place.lon, ...halfDays.map((half) => can[half].map(Number).join(''))].join(' ')
    const known = kinds.get(key)
    if (known) known.units.push(unit)
    else {
      const always = halfDays.every((half) => can[half].every(Boolean))
      kinds.set(key, { units: [unit], place: unit.place, can, always })
    }
  }
  return [...kinds.values()]
}
