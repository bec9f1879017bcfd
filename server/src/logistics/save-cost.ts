import type { saveCost as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import type { Act } from '../platform/serve.ts'
import { requireFittingCost } from './check-cost.ts'
import { costView, lockCost } from './ledger.ts'

/** Changes a cost; what it was stays in the history. The inspection that it is for cannot be changed: take it back and enter it anew. */
export const saveCost: Act<typeof contract> = async (context, { params: { costId }, body }) => {
  const { revision, ...values } = body
  const before = await lockCost(context, costId, revision)
  const sameLine = before.budgetLineId === values.budgetLineId
  await requireFittingCost(context, before.campaignId, values, { sameLine })
  await context.db
    .updateTable('costs')
    .set({ ...values, revision: revision + 1 })
    .where('costId', '=', costId)
    .execute()
  const { budgetLineId, spentOn, what, amount, documentNumber, visitOn } = before
  const was = { budgetLineId, spentOn, what, amount, documentNumber, visitOn }
  await context.record('cost.edit', costId, { before: was, after: values }, before.inspectionId)
  return costView(context, costId)
}
