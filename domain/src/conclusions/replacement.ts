import { holds, type Viewer } from '../access/permissions.ts'
import type { Paper } from '../papers/paper.ts'
import { paperLines } from '../papers/paper-lines.ts'
import type { ConclusionView, RecommendationView } from './contract.ts'
import type { historyActions } from './replacement-contract.ts'
import { nextConclusionState } from './states.ts'

export type HistoryAction = (typeof historyActions)[number]

const bare = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

/** Whether a passage stands in a paper just so; line breaks and runs of spaces count as one space. */
export function standsIn(paper: Paper, passage: string): boolean {
  const wanted = bare(passage)
  return wanted !== '' && bare(paperLines(paper).join('\n')).includes(wanted)
}

/** A line of the replacement's draft, and the recommendation it carries on as it stands by now. */
export interface CarriedLine {
  readonly dueOn: string
  readonly carriedDueOn: string
  readonly dueOnNow: string
}

/**
 * The date of a carried line: what the drafter set, else what it is by now. More time that was granted meanwhile is not taken
 * back by a date set before.
 */
export function carriedDueOn({ dueOn, carriedDueOn: then, dueOnNow }: CarriedLine): string {
  if (dueOn === then) return dueOnNow
  return dueOnNow > then && dueOnNow > dueOn ? dueOnNow : dueOn
}

/** Lines whose date must lie ahead: new ones, and carried ones that were given another date. What was overdue stays so. */
export function freshlyDated<T extends Pick<RecommendationView, 'dueOn'> & { readonly carriedDueOn?: string | null }>(
  lines: readonly T[],
): T[] {
  return lines.filter(({ dueOn, carriedDueOn: then }) => then === undefined || then === null || then !== dueOn)
}

/** What may be done to the notices of an inspection now. Basis: Nghị định 30/2020/NĐ-CP, khoản 3 và 4 Điều 18. */
export function historyActionsOf(
  viewer: Pick<Viewer, 'roles'>,
  standing: {
    readonly valid: boolean
    readonly underWay: ConclusionView['state'] | null
    /** Whether the unit was shown the draft under way, which stays then. */
    readonly shown: boolean
    readonly withdrawn: boolean
  },
): HistoryAction[] {
  const { valid, underWay, shown, withdrawn } = standing
  const allowed: Record<HistoryAction, boolean> = {
    correct: valid && holds(viewer, 'conclusion.approve'),
    replace:
      valid &&
      underWay === null &&
      holds(viewer, 'conclusion.draft') &&
      nextConclusionState('issued', 'replace') !== undefined,
    drop: valid && underWay !== null && !shown && holds(viewer, 'conclusion.draft'),
    withdraw: valid && underWay === null && holds(viewer, 'conclusion.approve'),
    redraft: withdrawn && !valid && underWay === null && holds(viewer, 'conclusion.draft'),
  }
  return (Object.keys(allowed) as HistoryAction[]).filter((action) => allowed[action])
}
