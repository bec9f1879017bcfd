import { Refusal } from '@cchc/domain/refusals.ts'
import type { AttachmentOwner } from '../evidence/owner.ts'
import { getShowing } from './showing-view.ts'

/** Files hang on points of the unit's answer to a draft: the unit changes them until the head sends, and the team sees them from then on. */
export const evidenceOfDraftAnswer: AttachmentOwner = {
  async open(context, showingId) {
    const { inspectionId, state, points, unitCode, sentAt } = await getShowing(context, showingId)
    const ofUnit = context.viewer.unitCode === unitCode
    return {
      inspectionId,
      refusal: (place) => {
        if (!ofUnit) return new Refusal('not-permitted')
        if (state !== 'open')
          return new Refusal('answer-closed', {
            act: 'thêm, bớt tài liệu',
            why: 'ý kiến đã gửi hoặc dự thảo không còn lấy ý kiến',
          })
        return points.some(({ key }) => key === place) ? null : new Refusal('no-such-draft-point')
      },
      hides: () => !ofUnit && sentAt === null,
    }
  },
  changed: async () => undefined,
}
