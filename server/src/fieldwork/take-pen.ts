import type { takePen as contract } from '@cchc/domain/fieldwork/pen-contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { penToMove, penView } from './pen.ts'

/** Takes the free pen; its holder takes it along to another device. Refuses with `pen-elsewhere` when somebody else has it. */
export const takePen: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { inspectionId } = params
  const { deviceId } = body
  await penToMove(context, inspectionId)
  const taken = await db
    .insertInto('visitPens')
    .values({ inspectionId, holderId: viewer.personId, deviceId, since: now })
    .onConflict((conflict) =>
      conflict.column('inspectionId').doUpdateSet({ deviceId }).where('visitPens.holderId', '=', viewer.personId),
    )
    .returning('since')
    .executeTakeFirst()
  const { pen } = await penToMove(context, inspectionId)
  if (!taken) throw new Refusal('pen-elsewhere', { who: pen?.fullName ?? '', since: formatInstant(pen?.since ?? now) })
  await record('visit.pen-take', inspectionId, { deviceId }, inspectionId)
  return penView(context, inspectionId)
}
