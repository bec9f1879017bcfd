import type { PointClash, PointView } from '@cchc/domain/conclusions/board-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import { boardView } from './board.ts'
import { findPoint, lockPoint } from './points.ts'
import { findConclusion, lockConclusion } from './queries.ts'

type Point = Awaited<ReturnType<typeof lockPoint>>

/** A point of a conclusion that is being drafted, locked behind its conclusion; refuses with `no-such-point` or `wrong-state`. */
export async function pointToChange(context: Context, pointId: string): Promise<Point> {
  const known = await findPoint(context, pointId)
  const conclusion = known && (await findConclusion(context, known.inspectionId))
  if (!conclusion) throw new Refusal('no-such-point')
  await lockConclusion(context, conclusion.conclusionId, 'save')
  return lockPoint(context, pointId)
}

/** Refuses with `changed-meanwhile`, whose details hold both, when the point is not as its writer read it. */
export async function requireRevision(
  context: Context,
  { pointId, inspectionId, revision, changedBy }: Point,
  read: number,
  yours: PointClash['yours'],
): Promise<void> {
  if (revision === read) return
  const theirs: PointView | undefined = (await boardView(context, inspectionId)).points.find(
    (point) => point.pointId === pointId,
  )
  if (!theirs) throw new Refusal('point-merged-meanwhile', { who: changedBy })
  throw new Refusal('changed-meanwhile', { what: 'Điểm này', who: changedBy }, { theirs, yours })
}
