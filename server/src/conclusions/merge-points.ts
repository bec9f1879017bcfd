import type {
  keepPointsApart as apart,
  mergePoint as merge,
  splitPoint as split,
} from '@cchc/domain/conclusions/board-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { boardView } from './board.ts'
import { pointToChange, requireRevision } from './point-to-change.ts'
import { lockPoint } from './points.ts'

/** Merges a point into another of the same inspection, which then stands on the findings of both; refuses with `point-merged-meanwhile`. */
export const mergePoint: Act<typeof merge> = async (context, { params, body }) => {
  const { point, other } = await twoPoints(context, params.pointId, body.into)
  await requireRevision(context, point, body.revision, null)
  await requireRevision(context, other, body.intoRevision, null)
  const gone = [point, other].find(({ mergedInto }) => mergedInto !== null)
  if (gone) throw new Refusal('point-merged-meanwhile', { who: gone.changedBy })
  await put(context, point, other.pointId)
  await touch(context, other.pointId)
  await context.record('conclusion.point.merge', point.pointId, { into: other.pointId }, point.inspectionId)
  return boardView(context, point.inspectionId)
}

/** Takes a merged point out again, with the words, findings and recommendations it had. */
export const splitPoint: Act<typeof split> = async (context, { params, body }) => {
  const point = await pointToChange(context, params.pointId)
  const { pointId, inspectionId, mergedInto, revision } = point
  if (mergedInto === null || revision !== body.revision)
    throw new Refusal('changed-meanwhile', { what: 'Điểm này', who: point.changedBy })
  await put(context, point, null)
  await touch(context, mergedInto)
  await context.record('conclusion.point.split', pointId, { from: mergedInto }, inspectionId)
  return boardView(context, inspectionId)
}

/** Remembers that two points are not the same thing. */
export const keepPointsApart: Act<typeof apart> = async (context, { params, body }) => {
  const { point, other } = await twoPoints(context, params.pointId, body.from)
  const { pointId, inspectionId } = point
  if (!point.apart.includes(other.pointId))
    await context.db
      .updateTable('conclusionPoints')
      .set({ apart: [...point.apart, other.pointId] })
      .where('pointId', '=', pointId)
      .execute()
  await context.record('conclusion.point.apart', pointId, { from: other.pointId }, inspectionId)
  return boardView(context, inspectionId)
}

async function twoPoints(context: Context, pointId: string, otherId: string) {
  const point = await pointToChange(context, pointId)
  const other = await lockPoint(context, otherId)
  if (other.inspectionId !== point.inspectionId || otherId === pointId) throw new Refusal('no-such-point')
  return { point, other }
}

async function put(
  { db, viewer, now }: Context,
  { pointId, revision }: { pointId: string; revision: number },
  mergedInto: string | null,
): Promise<void> {
  await db
    .updateTable('conclusionPoints')
    .set({ mergedInto, revision: revision + 1, changedBy: viewer.personId, changedAt: now })
    .where('pointId', '=', pointId)
    .execute()
}

/** Whoever still has the point open as it was must see what became of it. */
async function touch({ db, viewer, now }: Context, pointId: string): Promise<void> {
  await db
    .updateTable('conclusionPoints')
    .set((eb) => ({ revision: eb('revision', '+', 1), changedBy: viewer.personId, changedAt: now }))
    .where('pointId', '=', pointId)
    .execute()
}
