import type { Viewer } from '@cchc/domain/access/permissions.ts'
import type { Pickup, TripView } from '@cchc/domain/logistics/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Selectable } from 'kysely'
import { unannouncedInspections, visibleInspections } from '../inspections/queries.ts'
import type { Context, Db } from '../platform/context.ts'
import type { Trips } from '../platform/schema.ts'
import { readVehicles } from './vehicles.ts'

/**
 * Trips of the days of a campaign: those of no inspection, and those of an unannounced one since it was opened on site. Before
 * that such a trip stands on the page of its inspection alone, whoever looks.
 */
export function tripsOfTheDays(db: Db, viewer: Viewer, campaignId: string) {
  return db
    .selectFrom('trips')
    .selectAll('trips')
    .where('trips.campaignId', '=', campaignId)
    .where((eb) =>
      eb.or([
        eb('trips.inspectionId', 'is', null),
        eb('trips.inspectionId', 'in', visibleInspections(db, viewer).select('inspections.inspectionId')),
      ]),
    )
    .orderBy('trips.travelOn')
    .orderBy('trips.departsAt')
    .orderBy('trips.createdAt')
    .orderBy('trips.planningOrder')
}

/** Trips of one unannounced inspection, in order of time. */
export function tripsOfInspection(db: Db, inspectionId: string) {
  return db
    .selectFrom('trips')
    .selectAll('trips')
    .where('trips.inspectionId', '=', inspectionId)
    .orderBy('travelOn')
    .orderBy('departsAt')
    .orderBy('createdAt')
    .orderBy('planningOrder')
}

/** Rows as the contract's views, each with its vehicle. */
export async function tripViews(db: Db, rows: readonly Selectable<Trips>[]): Promise<TripView[]> {
  if (rows.length === 0) return []
  const vehicles = new Map((await readVehicles(db)).map((vehicle) => [vehicle.vehicleId, vehicle]))
  return rows.map((row) => ({
    tripId: row.tripId,
    inspectionId: row.inspectionId,
    vehicle: vehicles.get(row.vehicleId)!,
    travelOn: row.travelOn,
    departsAt: row.departsAt,
    returnsAt: row.returnsAt,
    pickups: row.pickups as unknown as Pickup[],
    note: row.note,
    revision: row.revision,
  }))
}

/** One trip, locked, at the revision that the writer read; `no-such-trip` for one they may not know. */
export async function lockTrip({ db, viewer }: Context, tripId: string, revision: number): Promise<Selectable<Trips>> {
  const row = await db
    .selectFrom('trips')
    .selectAll()
    .where('tripId', '=', tripId)
    .where((eb) =>
      eb.or([
        eb('inspectionId', 'is', null),
        eb('inspectionId', 'in', unannouncedInspections(db, viewer).select('inspections.inspectionId')),
      ]),
    )
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Refusal('no-such-trip')
  if (row.revision !== revision)
    throw new Refusal('changed-meanwhile', { what: 'Chuyến xe' }, (await tripViews(db, [row]))[0])
  return row
}
