import type { listVehicles as contract } from '@cchc/domain/logistics/contract.ts'
import type { Act } from '../platform/serve.ts'
import { readVehicles } from './vehicles.ts'

export const listVehicles: Act<typeof contract> = async ({ db }) => ({ vehicles: await readVehicles(db) })
