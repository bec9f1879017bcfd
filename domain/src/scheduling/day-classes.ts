import type { HalfDay } from '../inspections/contract.ts'
import { halfDays } from './problem.ts'
import type { SeasonDay } from './season-days.ts'
import type { UnitKind } from './unit-kinds.ts'

/** Days that are counted together. `days` are places in the season's list of days. */
export interface DayClass {
  readonly days: readonly number[]
  readonly month: string
  readonly dueOnSwappedSaturday: boolean
  readonly room: Readonly<Record<HalfDay, number>>
  readonly freeGroups: number
}

/**
 * Gathers days by month and by whether their reports fall due on a swapped Saturday. `exact` also asks that they have the same
 * room and are refused by the same units, so that what fits into a class in number fits onto its days; without it the
 * classes are fewer, and what fits onto the days fits into the classes but not always the other way round.
 */
export function dayClasses(days: readonly SeasonDay[], kinds: readonly UnitKind[], exact: boolean): DayClass[] {
  const choosy = kinds.filter(({ always }) => !always)
  const keyOf = (day: SeasonDay, index: number) => {
    const rough = `${day.month} ${day.dueOnSwappedSaturday}`
    if (!exact) return rough
    if (day.anchors.length > 0) return `${rough} ${index}`
    const refused = choosy.map(({ can }) => halfDays.map((half) => Number(can[half][index])).join('')).join('')
    return `${rough} ${day.room.morning} ${day.room.afternoon} ${day.freeGroups} ${refused}`
  }
  const gathered = new Map<string, number[]>()
  for (const [index, day] of days.entries()) {
    const key = keyOf(day, index)
    gathered.set(key, [...(gathered.get(key) ?? []), index])
  }
  return [...gathered.values()].map((indexes) => {
    const members = indexes.map((index) => days[index]!)
    const sum = (of: (day: SeasonDay) => number) => members.reduce((total, day) => total + of(day), 0)
    return {
      days: indexes,
      month: members[0]!.month,
      dueOnSwappedSaturday: members[0]!.dueOnSwappedSaturday,
      room: { morning: sum(({ room }) => room.morning), afternoon: sum(({ room }) => room.afternoon) },
      freeGroups: sum(({ freeGroups }) => freeGroups),
    }
  })
}
