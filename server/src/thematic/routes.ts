import * as contract from '@cchc/domain/thematic/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { editRegistration } from './edit-registration.ts'
import { getRegistration } from './get-registration.ts'
import { importRegistrations } from './import-registrations.ts'
import { closeThematic, downloadThematicFile, saveThematicResult, uploadThematicFile } from './keep-result.ts'
import { listColleagues } from './list-colleagues.ts'
import { listGuests } from './list-guests.ts'
import { listRegistrations } from './list-registrations.ts'
import { mergeThematic } from './merge-thematic.ts'
import { previewSheet } from './preview-sheet.ts'
import { proposeDecision } from './propose-decision.ts'
import { recordThematicVisit } from './record-visit.ts'
import { registerThematic } from './register-thematic.ts'
import { separateThematic } from './separate-thematic.ts'
import { downloadTemplate } from './sheet-template.ts'
import { unmergeThematic } from './unmerge-thematic.ts'
import { withdrawRegistration } from './withdraw-registration.ts'

export function thematicRoutes(edge: Edge): void {
  serve(edge, contract.listRegistrations, listRegistrations)
  serve(edge, contract.listColleagues, listColleagues)
  serve(edge, contract.getRegistration, getRegistration)
  serve(edge, contract.registerThematic, registerThematic)
  serve(edge, contract.editRegistration, editRegistration)
  serve(edge, contract.withdrawRegistration, withdrawRegistration)
  serve(edge, contract.proposeDecision, proposeDecision)
  serve(edge, contract.mergeThematic, mergeThematic)
  serve(edge, contract.separateThematic, separateThematic)
  serve(edge, contract.unmergeThematic, unmergeThematic)
  serve(edge, contract.recordThematicVisit, recordThematicVisit)
  serve(edge, contract.saveThematicResult, saveThematicResult)
  serve(edge, contract.uploadThematicFile, uploadThematicFile)
  serve(edge, contract.downloadThematicFile, downloadThematicFile)
  serve(edge, contract.closeThematic, closeThematic)
  serve(edge, contract.listGuests, listGuests)
  serve(edge, contract.downloadTemplate, downloadTemplate)
  serve(edge, contract.previewSheet, previewSheet)
  serve(edge, contract.importRegistrations, importRegistrations)
}
