import type { prepareMoreTime as contract } from '@cchc/domain/follow-up/extension-contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { tell } from '../notifications/tell.ts'
import type { Act } from '../platform/serve.ts'
import { lockOpenRequest, moreTimeView } from './more-time.ts'
import { peopleToTell } from './people.ts'
import { lockRecommendation } from './queries.ts'

/** The secretary proposes what to decide; those who decide are told. The last proposal stands, the audit keeps each. */
export const prepareMoreTime: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { recommendationId, inspectionId, unitCode, unitName } = await lockRecommendation(
    context,
    params.recommendationId,
  )
  const { extensionId } = await lockOpenRequest(context, recommendationId, params.extensionId)
  await db
    .updateTable('recommendationExtensions')
    .set({ proposedTo: body.to, proposalNote: body.note, proposedBy: viewer.personId, proposedAt: now })
    .where('extensionId', '=', extensionId)
    .execute()
  await record('recommendation.prepare-time', recommendationId, { extensionId, ...body }, inspectionId)
  await tell(context, {
    personIds: await peopleToTell(context, unitCode, ['standing-deputy', 'leader']),
    inspectionId,
    kind: 'recommendation.prepare-time',
    title: `Trình quyết định đề nghị gia hạn khắc phục của ${unitName}`,
    body: `Thư ký Đoàn đề xuất ${body.to ? `gia hạn đến ${formatDate(body.to)}` : 'không gia hạn'}. ${body.note}`.trim(),
    link: `/khac-phuc/${recommendationId}`,
  })
  return moreTimeView(context, recommendationId)
}
