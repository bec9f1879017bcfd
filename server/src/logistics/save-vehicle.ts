import type { saveVehicle as contract } from '@cchc/domain/logistics/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Act } from '../platform/serve.ts'
import { vehicleView } from './vehicles.ts'

/** Changes a vehicle. One that is no longer used is marked so and never deleted: a trip that nobody here sees may hang on it. */
export const saveVehicle: Act<typeof contract> = async ({ db, record }, { params: { vehicleId }, body }) => {
  const before = await db
    .selectFrom('vehicles')
    .selectAll()
    .where('vehicleId', '=', vehicleId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!before) throw new Refusal('no-such-vehicle')
  const { revision, ...values } = body
  if (before.revision !== revision)
    throw new Refusal('changed-meanwhile', { what: `Xe ${before.plate}` }, vehicleView(before))
  const row = await db
    .updateTable('vehicles')
    .set({ ...values, revision: revision + 1 })
    .where('vehicleId', '=', vehicleId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record('vehicle.edit', vehicleId, { before: vehicleView(before), after: values })
  return vehicleView(row)
}
