import { holds, type Viewer } from '../access/permissions.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import type { ConclusionView } from './contract.ts'
import type { DraftReview } from './review-contract.ts'

/** Somebody who may lead a field: a seat of the visit's roster, or of the team. */
export interface Seat {
  readonly personId: string
  readonly agencyCode: string | null
  readonly fieldKeys: readonly string[]
  readonly from: 'roster' | 'team'
}

/**
 * Who is asked about a field of the draft: whoever inspected it at the visit, before whoever has it in the team; of several the
 * one of the field's lead agency. Null where nobody has it. Basis: QĐ 2251/QĐ-UBND, mục IV.2.
 */
export function leadOf(fieldKey: string, leadAgencyCode: string | null, seats: readonly Seat[]): Seat | null {
  const holding = seats.filter(({ fieldKeys }) => fieldKeys.includes(fieldKey))
  const rank = ({ from, agencyCode }: Seat) =>
    (from === 'roster' ? 0 : 2) + (leadAgencyCode !== null && agencyCode === leadAgencyCode ? 0 : 1)
  return holding.toSorted((a, b) => rank(a) - rank(b))[0] ?? null
}

/** What is not settled about a draft that goes round. */
export interface Unsettled {
  /** Remarks without an answer that were made since the approval, or at all while there is none. */
  readonly remarks: number
  /** The day until which the unit may still answer; null when it has, when the day has passed, or when nothing was shown. */
  readonly unitUntil: CalendarDate | null
  /** Points that the unit explained and the team has not settled. */
  readonly unitPoints: number
}

/** What stands against approving, as the middle of a sentence; empty when nothing does. A lead who has said nothing is no obstacle. */
export function unsettledWords({ remarks, unitUntil, unitPoints }: Unsettled): string[] {
  return [
    ...(remarks > 0 ? [`còn ${remarks} ý kiến góp ý chưa xử lý`] : []),
    ...(unitPoints > 0 ? [`còn ${unitPoints} giải trình của đơn vị chưa xử lý`] : []),
    ...(unitUntil === null ? [] : [`đơn vị còn được trả lời dự thảo đến hết ngày ${formatDate(unitUntil)}`]),
  ]
}

export interface ReviewStanding {
  readonly viewer: Pick<Viewer, 'roles' | 'personId'>
  readonly state: ConclusionView['state']
  readonly leads: readonly { readonly personId: string | null; readonly answer: string | null }[]
  readonly isApproved: boolean
  /** Whether the campaign shows drafts to units, and no showing waits for its answer. */
  readonly mayShow: boolean
}

/** What this person may do about the review now; exactly what would not be refused. */
export function reviewActions({ viewer, state, leads, isApproved, mayShow }: ReviewStanding): DraftReview['actions'] {
  const goesRound = state === 'under-review'
  const allowed: Record<DraftReview['actions'][number], boolean> = {
    answer: goesRound && leads.some((lead) => lead.personId === viewer.personId && lead.answer === null),
    remark: goesRound && holds(viewer, 'conclusion.review'),
    settle: (goesRound || state === 'drafting') && holds(viewer, 'conclusion.draft'),
    show: goesRound && mayShow && holds(viewer, 'conclusion.draft'),
    approve: goesRound && !isApproved && holds(viewer, 'conclusion.approve'),
  }
  return (Object.keys(allowed) as DraftReview['actions']).filter((action) => allowed[action])
}
