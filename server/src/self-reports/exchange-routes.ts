import * as contract from '@cchc/domain/self-reports/exchange-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { downloadReportPaper } from './download-report-paper.ts'

export function reportExchangeRoutes(edge: Edge): void {
  serve(edge, contract.downloadReportPaper, downloadReportPaper)
}
