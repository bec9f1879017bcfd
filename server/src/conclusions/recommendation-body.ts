import type { addRecommendation } from '@cchc/domain/conclusions/contract.ts'
import type { Input } from '@cchc/domain/endpoint.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import { fieldsOf } from './queries.ts'

export type RecommendationBody = Input<typeof addRecommendation>['body']

/** Refuses a recommendation under a field or finding that is not of this inspection, or due in the past. */
export async function requireSound(context: Context, inspectionId: string, body: RecommendationBody): Promise<void> {
  const { db, today } = context
  const fields = await fieldsOf(context, inspectionId)
  if (!fields.some(({ fieldKey }) => fieldKey === body.fieldKey))
    throw new Refusal('bad-input', { problems: `lĩnh vực “${body.fieldKey}” không có trong đợt kiểm tra` })
  if (body.dueOn < today) throw new Refusal('in-the-past', { date: formatDate(body.dueOn), today: formatDate(today) })
  if (body.findingId === null) return
  const finding = await db
    .selectFrom('findings')
    .select('findingId')
    .where('findingId', '=', body.findingId)
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!finding) throw new Refusal('no-such-finding')
}
