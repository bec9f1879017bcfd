import * as contract from '@cchc/domain/synthesis/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { downloadSynthesisPaper } from './download-synthesis-paper.ts'
import { getSynthesis } from './get-synthesis.ts'
import { getSynthesisPaper } from './get-synthesis-paper.ts'
import { issueSynthesis } from './issue-synthesis.ts'
import { saveNarrative } from './save-narrative.ts'

export function synthesisRoutes(edge: Edge): void {
  serve(edge, contract.getSynthesis, getSynthesis)
  serve(edge, contract.saveNarrative, saveNarrative)
  serve(edge, contract.issueSynthesis, issueSynthesis)
  serve(edge, contract.getSynthesisPaper, getSynthesisPaper)
  serve(edge, contract.downloadSynthesisPaper, downloadSynthesisPaper)
}
