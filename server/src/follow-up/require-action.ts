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

/** Refuses what the viewer may not do to this recommendation now: another unit's business, or not its turn. */
export function requireAction(
  viewer: Viewer,
  recommendation: RecommendationView,
  action: RecommendationDetail['actions'][number],
): void {
  if (followUpActions(viewer, recommendation).includes(action)) return
  const { state } = recommendation
  const isTurn = followUpActions(
    { ...viewer, unitCode: action === 'remedy' ? recommendation.unitCode : null },
    recommendation,
  )
  if (isTurn.includes(action)) throw new Refusal('not-permitted')
  throw new Refusal('wrong-state', { ...actWords[action], what: 'kiến nghị', state: recommendationStateNames[state] })
}
