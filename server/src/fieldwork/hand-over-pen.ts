import type { handOverPen as contract } from '@cchc/domain/fieldwork/pen-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { penTakers, penToMove, penView } from './pen.ts'

/** Hands the pen to a member of the roster; only its holder does. The device is the new holder's to name. */
export const handOverPen: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { inspectionId } = params
  const { toPersonId } = body
  const { pen, roster } = await penToMove(context, inspectionId)
  if (pen?.holderId !== viewer.personId) throw new Refusal('not-pen-holder', { who: pen?.fullName ?? '' })
  if (!penTakers(roster).some(({ personId }) => personId === toPersonId)) throw new Refusal('pen-only-to-roster')
  await db
    .updateTable('visitPens')
    .set({ holderId: toPersonId, deviceId: null, since: now, givenBy: viewer.personId })
    .where('inspectionId', '=', inspectionId)
    .execute()
  await record('visit.pen-hand-over', inspectionId, { from: viewer.personId, to: toPersonId }, inspectionId)
  return penView(context, inspectionId)
}
