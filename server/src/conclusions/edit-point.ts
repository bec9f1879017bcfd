import type { editPoint as contract } from '@cchc/domain/conclusions/board-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { boardView } from './board.ts'
import { pointToChange, requireRevision } from './point-to-change.ts'
import { fieldsOf } from './queries.ts'

/**
 * Changes the words of a point or puts it elsewhere on the board; the findings it stands on stay as they were recorded. Refuses
 * with `left-out-without-reason` and, with both versions, `changed-meanwhile`.
 */
export const editPoint: Act<typeof contract> = async (context, { params, body: { revision, ...body } }) => {
  const { db, viewer, now, record } = context
  const point = await pointToChange(context, params.pointId)
  const { pointId, inspectionId } = point
  await requireRevision(context, point, revision, body)
  if (point.mergedInto !== null) throw new Refusal('point-merged-meanwhile', { who: point.changedBy })
  if (body.place === 'left-out' && body.reason === '') throw new Refusal('left-out-without-reason')
  const fields = await fieldsOf(context, inspectionId)
  if (!fields.some(({ fieldKey }) => fieldKey === body.fieldKey)) throw new Refusal('no-such-field')
  const content = { ...body, reason: body.place === 'left-out' ? body.reason : '' }
  await db
    .updateTable('conclusionPoints')
    .set({ ...content, revision: revision + 1, changedBy: viewer.personId, changedAt: now })
    .where('pointId', '=', pointId)
    .execute()
  const { place, fieldKey, text, cause, responsible, reason } = point
  const from = { place, fieldKey, text, cause, responsible, reason }
  await record('conclusion.point.edit', pointId, { from, to: content }, inspectionId)
  return boardView(context, inspectionId)
}
