import type { VehicleView } from '@cchc/domain/logistics/contract.ts'
import { passengerSeats } from '@cchc/domain/logistics/transport.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Selectable } from 'kysely'
import type { Db } from '../platform/context.ts'
import type { Vehicles } from '../platform/schema.ts'

/** One vehicle as the contract's view. */
export function vehicleView({ createdAt: _, ownership, ...row }: Selectable<Vehicles>): VehicleView {
  return { ...row, ownership: ownership as VehicleView['ownership'], passengerSeats: passengerSeats(row) }
}

/** Every vehicle, those in use first. */
export async function readVehicles(db: Db): Promise<VehicleView[]> {
  const rows = await db
    .selectFrom('vehicles')
    .selectAll()
    .orderBy('outOfUse')
    .orderBy('name')
    .orderBy('plate')
    .orderBy('vehicleId')
    .execute()
  return rows.map(vehicleView)
}

/** One vehicle, or `no-such-vehicle`. */
export async function getVehicle(db: Db, vehicleId: string): Promise<VehicleView> {
  const row = await db.selectFrom('vehicles').selectAll().where('vehicleId', '=', vehicleId).executeTakeFirst()
  if (!row) throw new Refusal('no-such-vehicle')
  return vehicleView(row)
}
