import * as contract from '@cchc/domain/scoring/results-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { downloadScoringResults, exportScoringResults, getScoringResults } from './get-results.ts'

export function scoringResultsRoutes(edge: Edge): void {
  serve(edge, contract.getScoringResults, getScoringResults)
  serve(edge, contract.exportScoringResults, exportScoringResults)
  serve(edge, contract.downloadScoringResults, downloadScoringResults)
}
