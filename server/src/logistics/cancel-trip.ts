import type { cancelTrip as contract } from '@cchc/domain/logistics/contract.ts'
import type { Act } from '../platform/serve.ts'
import { lockTrip } from './trips.ts'

/** Takes a vehicle off a day; what was planned stays in the history. */
export const cancelTrip: Act<typeof contract> = async (context, { params: { tripId }, body }) => {
  const { inspectionId, ...before } = await lockTrip(context, tripId, body.revision)
  await context.db.deleteFrom('trips').where('tripId', '=', tripId).execute()
  await context.record('trip.cancel', tripId, { before }, inspectionId)
  return { done: true }
}
