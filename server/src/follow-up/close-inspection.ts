import { setInspectionState } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

/**
 * Closes a concluded inspection once every recommendation of its issued conclusion has been verified, or none was made;
 * what others than the unit are asked for keeps none open.
 * The caller holds the inspection's row, so that the last two verdicts cannot each wait for the other.
 */
export async function closeWhenNothingIsOwed(context: Context, inspectionId: string): Promise<void> {
  const unsettled = await context.db
    .selectFrom('recommendations')
    .innerJoin('conclusions', 'conclusions.conclusionId', 'recommendations.conclusionId')
    .select('recommendationId')
    .where('recommendations.inspectionId', '=', inspectionId)
    .where('conclusions.state', '=', 'issued')
    .where('recommendations.state', '<>', 'verified')
    .where('addresseeKind', '=', 'unit')
    .limit(1)
    .executeTakeFirst()
  if (!unsettled) await setInspectionState(context, inspectionId, 'close')
}
