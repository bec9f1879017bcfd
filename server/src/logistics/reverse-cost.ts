import type { reverseCost as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import type { Act } from '../platform/serve.ts'
import { costView, lockCost } from './ledger.ts'

/** Takes a cost back by a row of the opposite amount, dated today; the cost stays, and is taken back once only. */
export const reverseCost: Act<typeof contract> = async (
  context,
  { params: { costId }, body: { revision, reason } },
) => {
  const { db, viewer, now, today, record } = context
  const cost = await lockCost(context, costId, revision)
  const { campaignId, budgetLineId, inspectionId, documentNumber, visitOn, what, amount } = cost
  await db
    .insertInto('costs')
    .values({
      campaignId,
      budgetLineId,
      inspectionId,
      documentNumber,
      visitOn,
      what: `Hủy: ${what}`.slice(0, 500),
      amount: -amount,
      spentOn: today,
      reverses: costId,
      reason,
      enteredBy: viewer.personId,
      enteredAt: now,
    })
    .execute()
  await record('cost.reverse', costId, { amount, reason }, inspectionId)
  return costView(context, costId)
}
