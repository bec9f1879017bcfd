import type { saveTrip as contract } from '@cchc/domain/logistics/contract.ts'
import type { Act } from '../platform/serve.ts'
import { checkTrip, requireFree } from './check-trip.ts'
import { lockTrip, tripViews } from './trips.ts'

/** Changes a trip: its vehicle, day, times or pick-up list. */
export const saveTrip: Act<typeof contract> = async (context, { params: { tripId }, body }) => {
  const { db, record } = context
  const { revision, ...wished } = body
  const { campaignId, inspectionId, ...before } = await lockTrip(context, tripId, revision)
  const { vehicle, pickups } = await checkTrip(context, campaignId, wished)
  if (!inspectionId) await requireFree(context, campaignId, { ...wished, pickups, tripId }, vehicle)
  const row = await db
    .updateTable('trips')
    .set({ ...wished, pickups: JSON.stringify(pickups), revision: revision + 1 })
    .where('tripId', '=', tripId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record('trip.edit', tripId, { before, after: { ...wished, pickups } }, inspectionId)
  return (await tripViews(db, [row]))[0]!
}
