import * as contract from '@cchc/domain/follow-up/contract.ts'
import * as proofs from '@cchc/domain/follow-up/proof-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { downloadProof } from './download-proof.ts'
import { getRecommendation } from './get-recommendation.ts'
import { listRecommendations } from './list-recommendations.ts'
import { submitRemedy } from './submit-remedy.ts'
import { verifyRemedy } from './verify-remedy.ts'

export function followUpRoutes(edge: Edge): void {
  serve(edge, contract.listRecommendations, listRecommendations)
  serve(edge, contract.getRecommendation, getRecommendation)
  serve(edge, contract.submitRemedy, submitRemedy)
  serve(edge, contract.verifyRemedy, verifyRemedy)
  serve(edge, proofs.downloadProof, downloadProof)
}
