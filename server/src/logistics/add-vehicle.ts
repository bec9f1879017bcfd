import type { addVehicle as contract } from '@cchc/domain/logistics/contract.ts'
import type { Act } from '../platform/serve.ts'
import { vehicleView } from './vehicles.ts'

/** Adds a vehicle that trips can use from now on. */
export const addVehicle: Act<typeof contract> = async ({ db, now, record }, { body }) => {
  const row = await db
    .insertInto('vehicles')
    .values({ ...body, createdAt: now })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record('vehicle.add', row.vehicleId, body)
  return vehicleView(row)
}
