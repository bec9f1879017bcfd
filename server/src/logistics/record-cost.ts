import type { recordCost as contract } from '@cchc/domain/logistics/ledger-contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { unannouncedInspections, visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { requireFittingCost } from './check-cost.ts'
import { costView } from './ledger.ts'

/** Enters an actual cost of the campaign, of one of its visit days, or of an inspection. Basis: QĐ 2251/QĐ-UBND, mục V. */
export const recordCost: Act<typeof contract> = async (context, { params: { campaignId }, body }) => {
  const { db, viewer, now, record } = context
  await getSettledCampaign(db, campaignId)
  await requireFittingCost(context, campaignId, body)
  if (body.inspectionId) await requireKnown(context, campaignId, body.inspectionId)
  const { costId } = await db
    .insertInto('costs')
    .values({ ...body, campaignId, enteredBy: viewer.personId, enteredAt: now })
    .returning('costId')
    .executeTakeFirstOrThrow()
  await record('cost.record', costId, body, body.inspectionId)
  return costView(context, costId)
}

async function requireKnown({ db, viewer }: Context, campaignId: string, inspectionId: string): Promise<void> {
  for (const leaf of [visibleInspections, unannouncedInspections]) {
    const known = await leaf(db, viewer)
      .select('inspectionId')
      .where('inspectionId', '=', inspectionId)
      .where('campaignId', '=', campaignId)
      .executeTakeFirst()
    if (known) return
  }
  throw new Refusal('no-such-inspection')
}
