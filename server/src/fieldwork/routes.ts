import * as contract from '@cchc/domain/fieldwork/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { closeVisit } from './close-visit.ts'
import { editFinding } from './edit-finding.ts'
import { getVisit } from './get-visit.ts'
import { recordFinding } from './record-finding.ts'
import { removeFinding } from './remove-finding.ts'
import { saveAttendance } from './save-attendance.ts'
import { saveMinutes } from './save-minutes.ts'
import { startVisit } from './start-visit.ts'
import { verifyFigure } from './verify-figure.ts'

export function fieldworkRoutes(edge: Edge): void {
  serve(edge, contract.getVisit, getVisit)
  serve(edge, contract.startVisit, startVisit)
  serve(edge, contract.saveAttendance, saveAttendance)
  serve(edge, contract.verifyFigure, verifyFigure)
  serve(edge, contract.recordFinding, recordFinding)
  serve(edge, contract.editFinding, editFinding)
  serve(edge, contract.removeFinding, removeFinding)
  serve(edge, contract.saveMinutes, saveMinutes)
  serve(edge, contract.closeVisit, closeVisit)
}
