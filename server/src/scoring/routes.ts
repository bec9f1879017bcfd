import * as contract from '@cchc/domain/scoring/scores-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { getUnitScoring } from './get-unit-scoring.ts'
import { listScoreHistory } from './list-score-history.ts'
import { listScorings } from './list-scorings.ts'
import { agreeScores, reopenScoring, sendExplanations, sendSelfScores, showTeamScores } from './move-scoring.ts'
import { saveAgreedScore, saveExplanation, saveSelfScore, saveTeamScore } from './save-score.ts'

export function scoringRoutes(edge: Edge): void {
  serve(edge, contract.listScorings, listScorings)
  serve(edge, contract.getUnitScoring, getUnitScoring)
  serve(edge, contract.listScoreHistory, listScoreHistory)
  serve(edge, contract.saveSelfScore, saveSelfScore)
  serve(edge, contract.saveTeamScore, saveTeamScore)
  serve(edge, contract.saveExplanation, saveExplanation)
  serve(edge, contract.saveAgreedScore, saveAgreedScore)
  serve(edge, contract.sendSelfScores, sendSelfScores)
  serve(edge, contract.showTeamScores, showTeamScores)
  serve(edge, contract.sendExplanations, sendExplanations)
  serve(edge, contract.agreeScores, agreeScores)
  serve(edge, contract.reopenScoring, reopenScoring)
}
