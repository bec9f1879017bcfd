import { holds, type Viewer } from '../access/permissions.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import type { InspectionState } from '../inspections/states.ts'
import { nextInspectionState } from '../inspections/states.ts'
import type { ConclusionText, ConclusionView, RecommendationView } from './contract.ts'
import { freshlyDated } from './replacement.ts'
import { nextConclusionState } from './states.ts'

/** `carriedDueOn`: in a replacement, the date with which the line carries on an earlier recommendation. */
type Recommended = Pick<RecommendationView, 'text' | 'addressee' | 'dueOn'> & {
  readonly carriedDueOn?: string | null
}

/** What the rules of one conclusion are asked about. */
export interface ConclusionStanding {
  readonly viewer: Pick<Viewer, 'roles'>
  readonly state: ConclusionView['state']
  readonly inspectionState: InspectionState
  readonly text: ConclusionText
  readonly recommendations: readonly Recommended[]
  /** Whether it has been approved as it stands; whoever may approve does so by issuing what is settled. */
  readonly approved: boolean
  /** Whether nothing waits for a word: remarks, and the unit's answer. */
  readonly settled: boolean
  /** Whether it takes the place of an issued notice; its inspection is concluded then. */
  readonly replaces: boolean
  readonly today: CalendarDate
}

/** Whether the viewer reads conclusions while they are being written; all others read them once issued. */
export function readsDrafts(viewer: Pick<Viewer, 'roles'>): boolean {
  return holds(viewer, 'conclusion.review')
}

/** What is missing before the draft can go round, in Vietnamese; empty when nothing is. */
export function missingInConclusion(
  text: ConclusionText,
  recommendations: readonly Recommended[],
  today: CalendarDate,
): string[] {
  const saysSomething = [...text.results, ...text.shortcomings].some((part) => part.text.trim() !== '')
  return [
    ...(saysSomething ? [] : ['chưa ghi kết quả hay tồn tại, hạn chế nào']),
    ...recommendations.flatMap((recommendation, index) => {
      const which = `kiến nghị ${index + 1}`
      return [
        ...(recommendation.text.trim() === '' ? [`${which} chưa có nội dung`] : []),
        ...(recommendation.addressee.trim() === '' ? [`${which} chưa ghi nơi thực hiện`] : []),
        ...(recommendation.dueOn < today && freshlyDated([recommendation]).length > 0
          ? [`${which} có hạn ${formatDate(recommendation.dueOn)} đã qua, cần đặt hạn mới`]
          : []),
      ]
    }),
  ]
}

/** What this person may do to the conclusion now; exactly what would not be refused. */
export function conclusionActions(standing: ConclusionStanding): ConclusionView['actions'] {
  const { viewer, state, inspectionState } = standing
  const drafts = holds(viewer, 'conclusion.draft')
  const allowed: Record<ConclusionView['actions'][number], boolean> = {
    edit: drafts && nextConclusionState(state, 'save') !== undefined,
    submit:
      drafts &&
      nextConclusionState(state, 'submit') !== undefined &&
      missingInConclusion(standing.text, standing.recommendations, standing.today).length === 0,
    remark: holds(viewer, 'conclusion.review') && nextConclusionState(state, 'remark') !== undefined,
    return: drafts && nextConclusionState(state, 'return') !== undefined,
    issue:
      holds(viewer, 'conclusion.issue') &&
      nextConclusionState(state, 'issue') !== undefined &&
      (standing.replaces || nextInspectionState(inspectionState, 'conclude') !== undefined) &&
      (standing.approved || (standing.settled && holds(viewer, 'conclusion.approve'))),
  }
  return (Object.keys(allowed) as ConclusionView['actions']).filter((action) => allowed[action])
}

/** Whether this person may start a conclusion: after the visit, and once. */
export function mayDraftConclusion(
  viewer: Pick<Viewer, 'roles'>,
  inspectionState: InspectionState,
  exists: boolean,
): boolean {
  return holds(viewer, 'conclusion.draft') && inspectionState === 'visited' && !exists
}
