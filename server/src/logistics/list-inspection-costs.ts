import type { listInspectionCosts as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { unannouncedInspections } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { costViews, selectCosts } from './ledger.ts'

/** The costs of one unannounced inspection, newest first. */
export const listInspectionCosts: Act<typeof contract> = async ({ db, viewer }, { params: { inspectionId } }) => {
  const known = await unannouncedInspections(db, viewer)
    .select('inspectionId')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!known) throw new Refusal('no-such-inspection')
  const rows = await selectCosts(db)
    .where('costs.inspectionId', '=', inspectionId)
    .orderBy('costs.spentOn', 'desc')
    .orderBy('costs.entryOrder', 'desc')
    .execute()
  return { costs: await costViews(db, viewer, rows) }
}
