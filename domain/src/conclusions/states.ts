import type { z } from 'zod'
import type { AddresseeKind, ConclusionState, RecommendationState } from './contract.ts'

/** The lives of a conclusion and of a recommendation. Basis: QĐ 2251/QĐ-UBND, mục IV.1; the review before issue is customary. */

type State = z.infer<typeof ConclusionState>
export type ConclusionAct =
  | 'save'
  | 'submit'
  | 'remark'
  | 'settle'
  | 'return'
  | 'approve'
  | 'issue'
  | 'replace'
  | 'withdraw'

/** From state, by act, to state; what is not listed is refused. */
const conclusionTransitions: Record<State, Partial<Record<ConclusionAct, State>>> = {
  drafting: { save: 'drafting', settle: 'drafting', submit: 'under-review' },
  'under-review': {
    remark: 'under-review',
    settle: 'under-review',
    return: 'drafting',
    approve: 'under-review',
    issue: 'issued',
  },
  // Basis: Nghị định 30/2020/NĐ-CP, khoản 3 và 4 Điều 18.
  issued: { replace: 'replaced', withdraw: 'withdrawn' },
  replaced: {},
  withdrawn: {},
}

/** The state an act leads to, or undefined when it may not be done from here. */
export function nextConclusionState(from: State, act: ConclusionAct): State | undefined {
  return conclusionTransitions[from][act]
}

/** Whether a conclusion is still being written: nobody outside the team reads it. */
export function isDraft(state: State): boolean {
  return state === 'drafting' || state === 'under-review'
}

/** Whether a notice stood once and stands no more: it is read as it was frozen. */
export function isEnded(state: State): boolean {
  return state === 'replaced' || state === 'withdrawn'
}

type Standing = z.infer<typeof RecommendationState>
/** `settle`: nothing more is expected of a third party that was asked. */
export type RecommendationAct = 'remedy' | 'verify' | 'send-back' | 'settle'

const recommendationTransitions: Record<Standing, Partial<Record<RecommendationAct, Standing>>> = {
  open: { remedy: 'remedied', settle: 'verified' },
  remedied: { verify: 'verified', 'send-back': 'sent-back' },
  'sent-back': { remedy: 'remedied' },
  verified: {},
}

export function nextRecommendationState(from: Standing, act: RecommendationAct): Standing | undefined {
  return recommendationTransitions[from][act]
}

/** Whether the unit still owes something on a recommendation: what it has answered for waits for the team instead. */
export function isOwed(state: Standing): boolean {
  return nextRecommendationState(state, 'remedy') !== undefined
}

/**
 * Whether the unit is late: its date ('YYYY-MM-DD') has passed and it still owes. The date itself is not late, and what others
 * than the unit are asked for never is.
 */
export function isOverdue(
  { state, dueOn, addresseeKind = 'unit' }: { state: Standing; dueOn: string; addresseeKind?: AddresseeKind },
  today: string,
): boolean {
  return addresseeKind === 'unit' && isOwed(state) && dueOn < today
}
