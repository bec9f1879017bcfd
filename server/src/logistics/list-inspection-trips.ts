import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { listInspectionTrips as contract, TripView } from '@cchc/domain/logistics/contract.ts'
import { overlap, vehicleInWords } from '@cchc/domain/logistics/transport.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { unannouncedInspections } from '../inspections/queries.ts'
import type { Act } from '../platform/serve.ts'
import { ridersElsewhere } from './check-trip.ts'
import { tripsOfInspection, tripsOfTheDays, tripViews } from './trips.ts'

/** The trips of one unannounced inspection; its circle is warned of a vehicle or a person that another trip has at that time. */
export const listInspectionTrips: Act<typeof contract> = async ({ db, viewer }, { params: { inspectionId } }) => {
  const inspection = await unannouncedInspections(db, viewer)
    .select('campaignId')
    .where('inspectionId', '=', inspectionId)
    .executeTakeFirst()
  if (!inspection) throw new Refusal('no-such-inspection')
  const own = await tripViews(db, await tripsOfInspection(db, inspectionId).execute())
  const days = own.map(({ travelOn }) => travelOn)
  const others =
    days.length === 0
      ? []
      : await tripViews(
          db,
          await tripsOfTheDays(db, viewer, inspection.campaignId).where('travelOn', 'in', days).execute(),
        )
  return { trips: own.map((trip) => ({ ...trip, warnings: warningsOf(trip, others) })) }
}

function warningsOf(trip: TripView, all: readonly TripView[]): string[] {
  const others = all.filter((other) => other.tripId !== trip.tripId && overlap(other, trip))
  const when = ({ travelOn, departsAt, returnsAt }: TripView) => `${formatDate(travelOn)}, ${departsAt}–${returnsAt}`
  return [
    ...(trip.vehicle.outOfUse ? [`${vehicleInWords(trip.vehicle)} đã ngừng sử dụng.`] : []),
    ...others
      .filter(({ vehicle }) => vehicle.vehicleId === trip.vehicle.vehicleId)
      .map((other) => `${vehicleInWords(trip.vehicle)} đã được xếp cho một chuyến khác: ${when(other)}.`),
    ...ridersElsewhere(trip, others).map(
      ({ rider, trip: other }) => `${rider.name} đã có chỗ trên ${vehicleInWords(other.vehicle)}: ${when(other)}.`,
    ),
  ]
}
