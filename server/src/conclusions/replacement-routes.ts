import * as contract from '@cchc/domain/conclusions/replacement-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { carryAgain, closeCarried } from './close-carried.ts'
import { correctNotice, previewCorrection, suggestLetterNumber } from './correct-notice.ts'
import { dropReplacement } from './drop-replacement.ts'
import { getConclusionHistory } from './get-conclusion-history.ts'
import { noteConclusionSeen } from './note-conclusion-seen.ts'
import { startReplacement } from './start-replacement.ts'
import { withdrawNotice } from './withdraw-notice.ts'

export function replacementRoutes(edge: Edge): void {
  serve(edge, contract.getConclusionHistory, getConclusionHistory)
  serve(edge, contract.suggestLetterNumber, suggestLetterNumber)
  serve(edge, contract.previewCorrection, previewCorrection)
  serve(edge, contract.correctNotice, correctNotice)
  serve(edge, contract.startReplacement, startReplacement)
  serve(edge, contract.dropReplacement, dropReplacement)
  serve(edge, contract.closeCarried, closeCarried)
  serve(edge, contract.carryAgain, carryAgain)
  serve(edge, contract.withdrawNotice, withdrawNotice)
  serve(edge, contract.noteConclusionSeen, noteConclusionSeen)
}
