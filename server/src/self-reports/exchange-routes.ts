import * as contract from '@cchc/domain/self-reports/exchange-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { downloadReportFigures } from './download-report-figures.ts'
import { downloadReportPaper } from './download-report-paper.ts'
import { readDraft } from './read-draft.ts'

export function reportExchangeRoutes(edge: Edge): void {
  serve(edge, contract.downloadReportPaper, downloadReportPaper)
  serve(edge, contract.downloadReportFigures, downloadReportFigures)
  serve(edge, contract.readDraft, readDraft)
}
