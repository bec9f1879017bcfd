import * as contract from '@cchc/domain/scoring/sheet-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { createSheet } from './create-sheet.ts'
import { deleteSheet } from './delete-sheet.ts'
import { downloadSheet, downloadSheetTemplate } from './download-sheet.ts'
import { getSheet } from './get-sheet.ts'
import { listScoringFigures } from './list-scoring-figures.ts'
import { listSheets } from './list-sheets.ts'
import { publishSheet } from './publish-sheet.ts'
import { readSheetFile } from './read-sheet-file.ts'
import { saveSheet } from './save-sheet.ts'

export function scoringSheetRoutes(edge: Edge): void {
  serve(edge, contract.listSheets, listSheets)
  serve(edge, contract.createSheet, createSheet)
  serve(edge, contract.getSheet, getSheet)
  serve(edge, contract.saveSheet, saveSheet)
  serve(edge, contract.publishSheet, publishSheet)
  serve(edge, contract.deleteSheet, deleteSheet)
  serve(edge, contract.downloadSheet, downloadSheet)
  serve(edge, contract.downloadSheetTemplate, downloadSheetTemplate)
  serve(edge, contract.readSheetFile, readSheetFile)
  serve(edge, contract.listScoringFigures, listScoringFigures)
}
