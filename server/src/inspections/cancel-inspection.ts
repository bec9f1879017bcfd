import type { cancelInspection as contract } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { releaseGuests } from '../thematic/tell-department.ts'
import { tellOfCancellation } from './announce-tell.ts'
import { inspectionView } from './inspection-view.ts'
import { getInspectionForUpdate, requireNoOpenSession, stateAfter } from './queries.ts'

/** Cancels an inspection that has not been visited; its half-day and its place in the year are free again. */
export const cancelInspection: Act<typeof contract> = async (context, { params, body }) => {
  const inspection = await getInspectionForUpdate(context, params.inspectionId)
  const state = stateAfter(inspection, 'cancel')
  await requireNoOpenSession(context, inspection.inspectionId, 'hủy')
  if (inspection.revision !== body.revision)
    throw new Refusal(
      'changed-meanwhile',
      { what: 'Lịch kiểm tra' },
      await inspectionView(context, params.inspectionId),
    )
  await context.db
    .updateTable('inspections')
    .set((eb) => ({ state, revision: eb('revision', '+', 1) }))
    .where('inspectionId', '=', inspection.inspectionId)
    .execute()
  await releaseGuests(context, inspection.inspectionId, body.reason)
  if (inspection.state === 'announced') await tellOfCancellation(context, inspection, body.reason)
  await context.record('inspection.cancel', inspection.inspectionId, { reason: body.reason }, inspection.inspectionId)
  return inspectionView(context, inspection.inspectionId)
}
