import * as contract from '@cchc/domain/units/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { listUnits } from './list-units.ts'
import { updateUnit } from './update-unit.ts'

export function unitRoutes(edge: Edge): void {
  serve(edge, contract.listUnits, listUnits)
  serve(edge, contract.updateUnit, updateUnit)
}
