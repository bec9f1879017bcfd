import type { saveBudgetLine as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { requireApprovable } from './check-cost.ts'
import { ledgerView } from './ledger.ts'

/** Changes a budget line or closes it. None is deleted: a cost that nobody here sees may hang on it. */
export const saveBudgetLine: Act<typeof contract> = async (context, { params: { budgetLineId }, body }) => {
  const { db, record } = context
  const before = await db
    .selectFrom('budgetLines')
    .selectAll()
    .where('budgetLineId', '=', budgetLineId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!before) throw new Refusal('no-such-budget-line')
  const { revision, ...values } = body
  if (before.revision !== revision) {
    const { lines } = await ledgerView(context, before.campaignId)
    const theirs = lines.find((line) => line.budgetLineId === budgetLineId)
    throw new Refusal('changed-meanwhile', { what: `Dòng kinh phí ${before.code}` }, theirs)
  }
  requireApprovable(values.approved)
  await db
    .updateTable('budgetLines')
    .set({ ...values, revision: revision + 1 })
    .where('budgetLineId', '=', budgetLineId)
    .execute()
  await record('budget-line.edit', budgetLineId, { before, after: values })
  return ledgerView(context, before.campaignId)
}
