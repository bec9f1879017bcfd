import type { addBudgetLine as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Act } from '../platform/serve.ts'
import { requireApprovable } from './check-cost.ts'
import { ledgerView } from './ledger.ts'

/** Adds a budget line after those that stand; its code is one of a kind in the campaign (the database's last word). */
export const addBudgetLine: Act<typeof contract> = async (context, { params: { campaignId }, body }) => {
  const { db, now, record } = context
  await getSettledCampaign(db, campaignId)
  requireApprovable(body.approved)
  const { last } = await db
    .selectFrom('budgetLines')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('campaignId', '=', campaignId)
    .executeTakeFirstOrThrow()
  const { budgetLineId } = await db
    .insertInto('budgetLines')
    .values({ ...body, campaignId, position: (last ?? -1) + 1, createdAt: now })
    .returning('budgetLineId')
    .executeTakeFirstOrThrow()
  await record('budget-line.add', budgetLineId, body)
  return ledgerView(context, campaignId)
}
