import type { BoardView, PointView } from '@cchc/domain/conclusions/board-contract.ts'
import { matches } from '../../ui/fold.ts'

/** What the board is narrowed down to; '' = everything. */
export interface BoardFilter {
  readonly fieldKey: string
  readonly member: string
  readonly search: string
}

export type Grouping = 'field' | 'member' | 'none'

/** Everybody who recorded something on the board, each once, by name. */
export function membersOf({ points }: Pick<BoardView, 'points'>): string[] {
  const names = points.flatMap(({ sources }) => sources.map(({ recordedBy }) => recordedBy))
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'vi'))
}

export function shownPoints(points: readonly PointView[], { fieldKey, member, search }: BoardFilter): PointView[] {
  return points.filter(
    (point) =>
      (fieldKey === '' || point.fieldKey === fieldKey) &&
      (member === '' || point.sources.some(({ recordedBy }) => recordedBy === member)) &&
      (search.trim() === '' || matches([point.text, point.cause, point.responsible].join(' '), search)),
  )
}

/** The points of a column under their fields in the order of the campaign, under whoever recorded them first, or all in one. */
export function grouped(
  points: readonly PointView[],
  grouping: Grouping,
  fields: BoardView['fields'],
): { name: string; points: PointView[] }[] {
  if (grouping === 'none') return points.length === 0 ? [] : [{ name: '', points: [...points] }]
  const names =
    grouping === 'field'
      ? fields.map(({ name }) => name)
      : [...new Set(points.map(firstMember))].sort((a, b) => a.localeCompare(b, 'vi'))
  const nameOf = (point: PointView) =>
    grouping === 'field' ? fields.find(({ fieldKey }) => fieldKey === point.fieldKey)?.name : firstMember(point)
  return names
    .map((name) => ({ name, points: points.filter((point) => nameOf(point) === name) }))
    .filter((group) => group.points.length > 0)
}

const firstMember = ({ sources }: PointView) => sources[0]?.recordedBy ?? 'Không rõ người ghi'
