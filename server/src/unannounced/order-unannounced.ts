import type { orderUnannounced as contract } from '@cchc/domain/unannounced/contract.ts'
import type { Act } from '../platform/serve.ts'
import { tellCircle } from './keep-plan.ts'
import { moveSecret } from './move-secret.ts'
import { unannouncedView } from './unannounced-view.ts'

/** The leader orders what was proposed. Basis: QĐ 2251/QĐ-UBND, mục II.2. */
export const orderUnannounced: Act<typeof contract> = async (context, { params, body }) => {
  const { db, viewer, now, record } = context
  const { inspectionId } = params
  const row = await moveSecret(context, inspectionId, 'order', body.revision)
  await db
    .updateTable('unannouncedInspections')
    .set({ orderedBy: viewer.personId, orderedAt: now })
    .where('inspectionId', '=', inspectionId)
    .execute()
  await record('inspection.order', inspectionId, { from: row.state, to: 'ordered' }, inspectionId)
  await tellCircle(context, inspectionId, 'inspection.order', [row.proposerId])
  return unannouncedView(context, inspectionId)
}
