import type { releasePen as contract } from '@cchc/domain/fieldwork/pen-contract.ts'
import { penActions } from '@cchc/domain/fieldwork/rules.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { penToMove, penView } from './pen.ts'

/** Lays down one's own pen or, as who leads the visit, takes it from its holder with the reason (`pen-release-reason`). */
export const releasePen: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, record } = context
  const { inspectionId } = params
  const { pen, standing } = await penToMove(context, inspectionId)
  if (!penActions(standing, pen?.holderId ?? null).includes('release'))
    throw new Refusal('not-pen-holder', { who: pen?.fullName ?? '' })
  const from = pen!.holderId
  if (from !== viewer.personId && body.reason === '') throw new Refusal('pen-release-reason')
  await db.deleteFrom('visitPens').where('inspectionId', '=', inspectionId).execute()
  await record('visit.pen-release', inspectionId, { from, reason: body.reason }, inspectionId)
  return penView(context, inspectionId)
}
