import { formatDate } from '@cchc/domain/formats/dates.ts'
import { amountProblem, mostApproved, mostOfOneCost } from '@cchc/domain/logistics/ledger.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'

/** Refuses an amount that cannot be approved for a line. */
export function requireApprovable(approved: number): void {
  const problem = amountProblem(approved, { least: 0, most: mostApproved })
  if (problem) throw new Refusal('amount-not-plausible', { sentence: problem })
}

/** Refuses a cost of an impossible amount, of a day to come, or on a line that is closed or of another campaign. */
export async function requireFittingCost(
  { db, today }: Context,
  campaignId: string,
  cost: { readonly amount: number; readonly spentOn: string; readonly budgetLineId: string },
  { sameLine = false } = {},
): Promise<void> {
  const problem = amountProblem(cost.amount, { least: 1, most: mostOfOneCost })
  if (problem) throw new Refusal('amount-not-plausible', { sentence: problem })
  if (cost.spentOn > today)
    throw new Refusal('spent-in-the-future', { date: formatDate(cost.spentOn), today: formatDate(today) })
  const line = await db
    .selectFrom('budgetLines')
    .select(['code', 'closed'])
    .where('budgetLineId', '=', cost.budgetLineId)
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  if (!line) throw new Refusal('no-such-budget-line')
  if (line.closed && !sameLine) throw new Refusal('budget-line-closed', { code: line.code })
}
