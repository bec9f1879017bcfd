import { isSecret } from '@cchc/domain/inspections/states.ts'
import type { planTrip as contract } from '@cchc/domain/logistics/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { unannouncedInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { checkTrip, requireFree } from './check-trip.ts'
import { tripViews } from './trips.ts'

/**
 * Gives a visit day a vehicle, or one to an unannounced inspection that the viewer has been told of: such a trip is known to
 * its circle alone and stands beside any other of the same vehicle. Basis: QĐ 2251/QĐ-UBND, mục IV.1, II.2.
 */
export const planTrip: Act<typeof contract> = async (context, { params: { campaignId }, body }) => {
  const { db, viewer, now, record } = context
  const campaign = await getSettledCampaign(db, campaignId)
  const { inspectionId, ...wished } = body
  if (inspectionId) await requireSecretOf(context, campaign.campaignId, inspectionId)
  const { vehicle, pickups } = await checkTrip(context, campaignId, wished)
  if (!inspectionId) await requireFree(context, campaignId, { ...wished, pickups, tripId: null }, vehicle)
  const row = await db
    .insertInto('trips')
    .values({
      ...wished,
      pickups: JSON.stringify(pickups),
      inspectionId,
      campaignId,
      createdBy: viewer.personId,
      createdAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record('trip.plan', row.tripId, { ...wished, pickups }, inspectionId)
  return (await tripViews(db, [row]))[0]!
}

/** A trip of its own is for an unannounced inspection that is still secret; any other visit travels with its day. */
async function requireSecretOf({ db, viewer }: Context, campaignId: string, inspectionId: string): Promise<void> {
  const inspection = await unannouncedInspections(db, viewer)
    .select(['kind', 'state'])
    .where('inspectionId', '=', inspectionId)
    .where('campaignId', '=', campaignId)
    .executeTakeFirst()
  if (!inspection) throw new Refusal('no-such-inspection')
  if (!isSecret(inspection)) throw new Refusal('trip-of-the-day')
}
