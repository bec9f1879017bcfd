import { monthOf } from '../dates/calendar-date.ts'
import type { InspectionKind, InspectionState } from '../inspections/states.ts'
import { sameWeek, type WishedTime } from './wished-time.ts'

/** How near two inspections of one unit are in time, the nearest first. */
export const overlapGrades = ['same-day', 'same-week', 'same-month', 'same-year'] as const
export type OverlapGrade = (typeof overlapGrades)[number]

export const overlapGradeNames: Record<OverlapGrade, string> = {
  'same-day': 'Trùng ngày',
  'same-week': 'Cùng tuần',
  'same-month': 'Cùng tháng',
  'same-year': 'Cùng năm',
}

/**
 * How near two stretches are: all of both within one day, one week (Monday to Sunday), or one month; stretches that share
 * a day count as one month at least. Without a time of its own the other is of the same year only.
 */
export function overlapGrade(a: WishedTime, b: WishedTime | null): OverlapGrade {
  if (b === null) return 'same-year'
  const first = a.from < b.from ? a.from : b.from
  const last = a.to > b.to ? a.to : b.to
  if (first === last) return 'same-day'
  if (sameWeek(first, last)) return 'same-week'
  const touches = a.from <= b.to && b.from <= a.to
  return touches || monthOf(first) === monthOf(last) ? 'same-month' : 'same-year'
}

/** An inspection of a unit in a year, as far as overlaps are judged by it. Unannounced ones are never among them. */
export interface InspectionOfYear {
  readonly inspectionId: string
  readonly unitCode: string
  readonly kind: InspectionKind
  readonly state: InspectionState
  /** The day of the visit, or what a department wishes; null while it has neither. */
  readonly time: WishedTime | null
  /** When it was entered, to tell who came first; an ISO instant. */
  readonly enteredAt: string
}

export interface Overlap {
  readonly other: InspectionOfYear
  readonly grade: OverlapGrade
}

/** States in which an inspection takes no place in the year of its unit. */
const gone: readonly InspectionState[] = ['cancelled', 'merged']

/**
 * What a registered inspection meets at the same unit: the visit of the plan first, then other thematic ones, the nearest
 * in time first. Basis: QĐ 2251/QĐ-UBND, mục IV.2 (one inspection a unit a year, no overlap).
 */
export function overlapsOf(
  registered: InspectionOfYear & { readonly time: WishedTime },
  all: readonly InspectionOfYear[],
): Overlap[] {
  return all
    .filter(
      (other) =>
        other.unitCode === registered.unitCode &&
        other.inspectionId !== registered.inspectionId &&
        other.kind !== 'unannounced' &&
        !gone.includes(other.state),
    )
    .map((other) => ({ other, grade: overlapGrade(registered.time, other.time) }))
    .sort(
      (a, b) =>
        Number(a.other.kind === 'thematic') - Number(b.other.kind === 'thematic') ||
        overlapGrades.indexOf(a.grade) - overlapGrades.indexOf(b.grade) ||
        inOrderOfEntry(a.other, b.other),
    )
}

export function inOrderOfEntry(
  a: Pick<InspectionOfYear, 'enteredAt' | 'inspectionId'>,
  b: Pick<InspectionOfYear, 'enteredAt' | 'inspectionId'>,
): number {
  return a.enteredAt < b.enteredAt ? -1 : a.enteredAt > b.enteredAt ? 1 : a.inspectionId < b.inspectionId ? -1 : 1
}

/** What the product proposes for a registered inspection. */
export type MergeProposal =
  | { readonly act: 'merge'; readonly hostId: string }
  | { readonly act: 'separate'; readonly needsException: boolean }

/** States of a visit that others can still join, and of one that has taken the unit's place in the year already. */
const joinable: readonly InspectionState[] = ['planned', 'scheduled', 'announced', 'separate']

/**
 * The way out of an overlap, the least disturbance of the unit first: join the common visit of the plan; else a thematic
 * one that stands; else, of those that only wish, the one entered first becomes the common visit and the others join it;
 * where the unit has been visited already, only an exception is left. Basis: mục II.3, IV.2.
 */
export function proposalFor(registered: InspectionOfYear, overlaps: readonly Overlap[]): MergeProposal {
  const host = overlaps.find(({ other }) => joinable.includes(other.state))
  if (host) return { act: 'merge', hostId: host.other.inspectionId }
  if (overlaps.some(({ other }) => other.state !== 'registered')) return { act: 'separate', needsException: true }
  const earliest = overlaps.map(({ other }) => other).sort(inOrderOfEntry)[0]
  return earliest && inOrderOfEntry(earliest, registered) < 0
    ? { act: 'merge', hostId: earliest.inspectionId }
    : { act: 'separate', needsException: false }
}

/** Whether an inspection can be the common visit of another one: not visited yet, and no guest itself. */
export function canHost({ kind, state }: Pick<InspectionOfYear, 'kind' | 'state'>): boolean {
  return kind !== 'unannounced' && (joinable.includes(state) || state === 'registered')
}
