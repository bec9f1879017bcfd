import { holds, type Viewer } from '../access/permissions.ts'
import type { RecommendationView } from '../conclusions/contract.ts'
import { isOwed, nextRecommendationState } from '../conclusions/states.ts'
import type { RecommendationDetail } from './contract.ts'

/**
 * What this person may do about a recommendation of an issued conclusion now: the unit mends what it owes, the team judges
 * what was mended, nobody the work of the unit they belong to. Basis: QĐ 2251/QĐ-UBND, mục I.1, I.2.
 */
export function followUpActions(
  viewer: Pick<Viewer, 'roles' | 'unitCode'>,
  { state, unitCode, addresseeKind }: Pick<RecommendationView, 'state' | 'unitCode' | 'addresseeKind'>,
): RecommendationDetail['actions'] {
  const isOwn = viewer.unitCode === unitCode
  // What others are asked for is followed, and neither mended nor judged.
  if (addresseeKind !== 'unit')
    return holds(viewer, 'recommendation.forward') && state !== 'verified' ? ['forward'] : []
  return [
    ...(holds(viewer, 'recommendation.remedy') && isOwn && isOwed(state) ? ['remedy' as const] : []),
    ...(holds(viewer, 'recommendation.verify') && !isOwn && nextRecommendationState(state, 'verify')
      ? ['verify' as const]
      : []),
  ]
}

/** Orders a list for `sort`: overdue first, then what is under way, then what is done; the earlier date first in each. */
export function compareUrgency(a: RecommendationView, b: RecommendationView): number {
  return rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)
}

function rank({ overdue, state }: RecommendationView): number {
  if (overdue) return 0
  return state === 'verified' ? 2 : 1
}
