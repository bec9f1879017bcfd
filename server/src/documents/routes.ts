import * as contract from '@cchc/domain/documents/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { downloadDocument } from './download-document.ts'
import { downloadInspectionPaper } from './download-inspection-paper.ts'
import { getDocument } from './get-document.ts'
import { getInspectionPaper } from './get-inspection-paper.ts'
import { listDocuments } from './list-documents.ts'
import { suggestNumber } from './suggest-number.ts'

export function documentRoutes(edge: Edge): void {
  serve(edge, contract.listDocuments, listDocuments)
  serve(edge, contract.getDocument, getDocument)
  serve(edge, contract.downloadDocument, downloadDocument)
  serve(edge, contract.suggestNumber, suggestNumber)
  serve(edge, contract.getInspectionPaper, getInspectionPaper)
  serve(edge, contract.downloadInspectionPaper, downloadInspectionPaper)
}
