import * as contract from '@cchc/domain/conclusions/review-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { answerReview } from './answer-review.ts'
import { approveConclusion } from './approve-conclusion.ts'
import { getDraftReview } from './review-view.ts'
import { getConclusionTerms, saveConclusionTerms } from './terms.ts'

export function reviewRoutes(edge: Edge): void {
  serve(edge, contract.getConclusionTerms, getConclusionTerms)
  serve(edge, contract.saveConclusionTerms, saveConclusionTerms)
  serve(edge, contract.getDraftReview, getDraftReview)
  serve(edge, contract.answerReview, answerReview)
  serve(edge, contract.approveConclusion, approveConclusion)
}
