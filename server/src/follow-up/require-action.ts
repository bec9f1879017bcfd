import type { Viewer } from '@cchc/domain/access/permissions.ts'
import { type RecommendationView, recommendationStateNames } from '@cchc/domain/conclusions/contract.ts'
import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import { followUpActions } from '@cchc/domain/follow-up/rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'

const actWords = {
  remedy: { act: 'báo cáo khắc phục', way: 'Chờ Đoàn kiểm tra xác minh kết quả đã gửi.' },
  forward: { act: 'ghi bước theo dõi', way: 'Chỉ kiến nghị gửi cơ quan khác và chưa kết thúc mới ghi được.' },
  verify: { act: 'xác minh', way: 'Chỉ xác minh được khi đơn vị đã báo cáo khắc phục.' },
}

/** Refuses what the viewer may not do to this recommendation now. */
export function requireAction(viewer: Viewer, recommendation: RecommendationView, action: Action): void {
  const refusal = actionRefusal(viewer, recommendation, action)
  if (refusal) throw refusal
}

type Action = RecommendationDetail['actions'][number]

/** Why the viewer may not do this to the recommendation now, or null: another unit's business, or not its turn. */
export function actionRefusal(viewer: Viewer, recommendation: RecommendationView, action: Action): Refusal | null {
  if (followUpActions(viewer, recommendation).includes(action)) return null
  const { state } = recommendation
  const isTurn = followUpActions(
    { ...viewer, unitCode: action === 'remedy' ? recommendation.unitCode : null },
    recommendation,
  )
  if (isTurn.includes(action)) return new Refusal('not-permitted')
  return new Refusal('wrong-state', { ...actWords[action], what: 'kiến nghị', state: recommendationStateNames[state] })
}
