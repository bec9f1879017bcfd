import * as contract from '@cchc/domain/logistics/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { addVehicle } from './add-vehicle.ts'
import { cancelTrip } from './cancel-trip.ts'
import { downloadTransportPaper } from './download-transport-paper.ts'
import { getTransportDay } from './get-transport-day.ts'
import { getTransportPaper } from './get-transport-paper.ts'
import { listInspectionTrips } from './list-inspection-trips.ts'
import { listTransportDays } from './list-transport-days.ts'
import { listVehicles } from './list-vehicles.ts'
import { planTrip } from './plan-trip.ts'
import { saveTrip } from './save-trip.ts'
import { saveVehicle } from './save-vehicle.ts'

export function logisticsRoutes(edge: Edge): void {
  serve(edge, contract.listVehicles, listVehicles)
  serve(edge, contract.addVehicle, addVehicle)
  serve(edge, contract.saveVehicle, saveVehicle)
  serve(edge, contract.listTransportDays, listTransportDays)
  serve(edge, contract.getTransportDay, getTransportDay)
  serve(edge, contract.getTransportPaper, getTransportPaper)
  serve(edge, contract.downloadTransportPaper, downloadTransportPaper)
  serve(edge, contract.planTrip, planTrip)
  serve(edge, contract.saveTrip, saveTrip)
  serve(edge, contract.cancelTrip, cancelTrip)
  serve(edge, contract.listInspectionTrips, listInspectionTrips)
}
