import type { CalendarDate } from '../dates/calendar-date.ts'
import type { FindingKind } from '../fieldwork/contract.ts'

/** Where a point of the conclusion stands on the board. */
export const pointPlaces = ['strength', 'good-practice', 'shortcoming', 'violation', 'unplaced', 'left-out'] as const
export type PointPlace = (typeof pointPlaces)[number]

export const pointPlaceNames: Record<PointPlace, string> = {
  strength: 'Kết quả, điểm mạnh',
  'good-practice': 'Mô hình, cách làm hay',
  shortcoming: 'Tồn tại, hạn chế',
  violation: 'Vi phạm',
  unplaced: 'Chưa xếp',
  'left-out': 'Không đưa vào kết luận',
}

/** The columns of the board, in the order of the notice, each with the places it holds. */
export const boardColumns = [
  { key: 'results', name: 'Kết quả, điểm mạnh', places: ['strength', 'good-practice'] },
  { key: 'shortcomings', name: 'Tồn tại, hạn chế', places: ['shortcoming'] },
  { key: 'violations', name: 'Vi phạm', places: ['violation'] },
  { key: 'unplaced', name: 'Chưa xếp', places: ['unplaced'] },
  { key: 'left-out', name: 'Không đưa vào', places: ['left-out'] },
] as const satisfies readonly { key: string; name: string; places: readonly PointPlace[] }[]

/** Whether the notice tells what stands there. */
export function isTold(place: PointPlace): place is Exclude<PointPlace, 'unplaced' | 'left-out'> {
  return place !== 'unplaced' && place !== 'left-out'
}

/** Whether it finds fault: then the notice says why, who answers for it, and what is asked. */
export const findsFault = (place: string) => place === 'shortcoming' || place === 'violation'

/**
 * Where a finding stands at first: as it was recorded; one of a thematic inspection waits for a person, for its department
 * tells it by itself. Basis: QĐ 2251/QĐ-UBND, mục II.3.
 */
export function firstPlace({ kind, registrationId }: { kind: FindingKind; registrationId: string | null }): PointPlace {
  return registrationId === null ? kind : 'unplaced'
}

export interface PointStanding {
  readonly place: PointPlace
  readonly cause: string
  readonly responsible: string
  readonly sources: number
  readonly recommendations: readonly { readonly dueOn: CalendarDate; readonly proofExpected: string }[]
}

/** What is still to be done at a point, in Vietnamese; empty when it is ready. Basis: QĐ 2251/QĐ-UBND, mục I.1. */
export function undoneAt(
  { place, cause, responsible, sources, recommendations }: PointStanding,
  today: CalendarDate,
): string[] {
  if (place === 'unplaced') return ['chưa xếp vào phần nào']
  const bare = sources === 0 ? ['không còn phát hiện nào làm căn cứ'] : []
  if (!findsFault(place)) {
    return [...bare, ...(recommendations.length > 0 ? ['còn kiến nghị dù không phải tồn tại, vi phạm'] : [])]
  }
  return [
    ...bare,
    ...(cause.trim() === '' ? ['chưa ghi nguyên nhân'] : []),
    ...(responsible.trim() === '' ? ['chưa ghi trách nhiệm của ai'] : []),
    ...(recommendations.length === 0 ? ['chưa có kiến nghị'] : []),
    ...(recommendations.some(({ proofExpected }) => proofExpected.trim() === '')
      ? ['kiến nghị chưa nêu minh chứng']
      : []),
    ...(recommendations.some(({ dueOn }) => dueOn < today) ? ['kiến nghị có hạn đã qua'] : []),
  ]
}

/** The point that another was merged into, however many times over; itself when it was not. */
export function rootOf(pointId: string, mergedInto: ReadonlyMap<string, string | null>): string {
  let root = pointId
  for (let above = mergedInto.get(root); above; above = mergedInto.get(root)) root = above
  return root
}
