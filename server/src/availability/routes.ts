import * as contract from '@cchc/domain/availability/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { importCalendarFile, previewCalendarFile } from './import-calendar.ts'
import { addBusyTime, changeBusyTime, removeBusyTime } from './keep-busy-time.ts'
import { listOwnBusyTimes, listTeamBusyTimes } from './list-busy-times.ts'

export function availabilityRoutes(edge: Edge): void {
  serve(edge, contract.listOwnBusyTimes, listOwnBusyTimes)
  serve(edge, contract.listTeamBusyTimes, listTeamBusyTimes)
  serve(edge, contract.addBusyTime, addBusyTime)
  serve(edge, contract.changeBusyTime, changeBusyTime)
  serve(edge, contract.removeBusyTime, removeBusyTime)
  serve(edge, contract.previewCalendarFile, previewCalendarFile)
  serve(edge, contract.importCalendarFile, importCalendarFile)
}
