import * as contract from '@cchc/domain/logistics/contract.ts'
import * as ledger from '@cchc/domain/logistics/ledger-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { addBudgetLine } from './add-budget-line.ts'
import { addVehicle } from './add-vehicle.ts'
import { attachEvidence } from './attach-evidence.ts'
import { cancelTrip } from './cancel-trip.ts'
import { downloadEvidence } from './download-evidence.ts'
import { downloadLedger } from './download-ledger.ts'
import { downloadTransportPaper } from './download-transport-paper.ts'
import { getLedger } from './get-ledger.ts'
import { getTransportDay } from './get-transport-day.ts'
import { getTransportPaper } from './get-transport-paper.ts'
import { listInspectionCosts } from './list-inspection-costs.ts'
import { listInspectionTrips } from './list-inspection-trips.ts'
import { listTransportDays } from './list-transport-days.ts'
import { listVehicles } from './list-vehicles.ts'
import { planTrip } from './plan-trip.ts'
import { recordCost } from './record-cost.ts'
import { reverseCost } from './reverse-cost.ts'
import { saveBudgetLine } from './save-budget-line.ts'
import { saveCost } from './save-cost.ts'
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
  serve(edge, ledger.addBudgetLine, addBudgetLine)
  serve(edge, ledger.attachEvidence, attachEvidence)
  serve(edge, ledger.downloadEvidence, downloadEvidence)
  serve(edge, ledger.downloadLedger, downloadLedger)
  serve(edge, ledger.getLedger, getLedger)
  serve(edge, ledger.listInspectionCosts, listInspectionCosts)
  serve(edge, ledger.recordCost, recordCost)
  serve(edge, ledger.reverseCost, reverseCost)
  serve(edge, ledger.saveBudgetLine, saveBudgetLine)
  serve(edge, ledger.saveCost, saveCost)
}
