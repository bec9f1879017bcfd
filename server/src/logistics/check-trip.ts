import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { Pickup, Rider, TripView, VehicleView } from '@cchc/domain/logistics/contract.ts'
import {
  isSameRider,
  overfullSentence,
  overlap,
  riddenTwice,
  ridersOf,
  vehicleInWords,
} from '@cchc/domain/logistics/transport.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { tripsOfTheDays, tripViews } from './trips.ts'
import { getVehicle } from './vehicles.ts'

/** A trip as somebody wishes it to be. */
export interface WishedTrip {
  readonly vehicleId: string
  readonly travelOn: string
  readonly departsAt: string
  readonly returnsAt: string
  readonly pickups: readonly Pickup[]
}

/** What of a trip is wrong by itself: times, seats, somebody on its list twice, a vehicle out of use. Gives the names as the house has them. */
export async function checkTrip(
  context: Context,
  campaignId: string,
  wished: WishedTrip,
): Promise<{ vehicle: VehicleView; pickups: Pickup[] }> {
  const vehicle = await getVehicle(context.db, wished.vehicleId)
  if (wished.returnsAt <= wished.departsAt)
    throw new Refusal('trip-times', { departs: wished.departsAt, returns: wished.returnsAt })
  if (vehicle.outOfUse) throw new Refusal('vehicle-out-of-use', { vehicle: vehicleInWords(vehicle) })
  const pickups = await namedPickups(context, campaignId, wished.pickups)
  const overfull = overfullSentence({ vehicle, pickups })
  if (overfull) throw new Refusal('too-few-seats', { sentence: overfull })
  const [twice] = riddenTwice(pickups)
  if (twice) throw new Refusal('rider-twice', { name: twice.name, vehicle: vehicleInWords(vehicle) })
  return { vehicle, pickups }
}

/**
 * Refuses a vehicle, or one of its riders, that another trip of the same day has at the same time. Only trips of the day are
 * asked: a trip of an unannounced inspection neither refuses nor is refused, so that nobody learns of it by a no.
 */
export async function requireFree(
  { db, viewer }: Context,
  campaignId: string,
  wished: WishedTrip & { readonly tripId: string | null },
  vehicle: VehicleView,
): Promise<void> {
  // Two planners of one day come one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`trips ${campaignId} ${wished.travelOn}`}, 0))`.execute(db)
  const rows = await tripsOfTheDays(db, viewer, campaignId).where('travelOn', '=', wished.travelOn).execute()
  const others = (await tripViews(db, rows)).filter((trip) => trip.tripId !== wished.tripId && overlap(trip, wished))
  const same = others.find((trip) => trip.vehicle.vehicleId === wished.vehicleId)
  if (same)
    throw new Refusal('vehicle-taken', {
      vehicle: vehicleInWords(vehicle),
      date: formatDate(wished.travelOn),
      times: `${same.departsAt}–${same.returnsAt}`,
    })
  const [elsewhere] = ridersElsewhere(wished, others)
  if (elsewhere)
    throw new Refusal('rider-elsewhere', {
      name: elsewhere.rider.name,
      vehicle: vehicleInWords(elsewhere.trip.vehicle),
      times: `${elsewhere.trip.departsAt}–${elsewhere.trip.returnsAt}`,
    })
}

/** Riders of a trip who sit in another one that is out at the same time. */
export function ridersElsewhere(
  trip: { readonly pickups: readonly Pickup[] },
  others: readonly TripView[],
): { rider: Rider; trip: TripView }[] {
  return ridersOf(trip).flatMap((rider) =>
    others
      .filter((other) => ridersOf(other).some((one) => isSameRider(one, rider)))
      .map((other) => ({ rider, trip: other })),
  )
}

/** The pick-up list with each name as the house has it; refuses ids that name nobody. */
async function namedPickups({ db }: Context, campaignId: string, pickups: readonly Pickup[]): Promise<Pickup[]> {
  const riders = ridersOf({ pickups })
  const personIds = riders.flatMap(({ personId }) => personId ?? [])
  const seatIds = riders.flatMap(({ teamMemberId }) => teamMemberId ?? [])
  const people =
    personIds.length === 0
      ? []
      : await db.selectFrom('people').select(['personId', 'fullName']).where('personId', 'in', personIds).execute()
  const seats =
    seatIds.length === 0
      ? []
      : await db
          .selectFrom('teamMembers')
          .select('teamMemberId')
          .where('campaignId', '=', campaignId)
          .where('teamMemberId', 'in', seatIds)
          .execute()
  const named = (rider: Rider): Rider => {
    const person = people.find(({ personId }) => personId === rider.personId)
    if (rider.personId && !person) throw new Refusal('no-such-person')
    if (rider.teamMemberId && !seats.some(({ teamMemberId }) => teamMemberId === rider.teamMemberId))
      throw new Refusal('no-such-team-member')
    return { ...rider, name: person?.fullName ?? rider.name }
  }
  return pickups.map((pickup) => ({ ...pickup, riders: pickup.riders.map(named) }))
}
