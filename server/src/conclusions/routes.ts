import * as contract from '@cchc/domain/conclusions/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { addRecommendation } from './add-recommendation.ts'
import { addRemark } from './add-remark.ts'
import { draftConclusion } from './draft-conclusion.ts'
import { editRecommendation } from './edit-recommendation.ts'
import { getConclusion } from './get-conclusion.ts'
import { issueConclusion } from './issue-conclusion.ts'
import { removeRecommendation } from './remove-recommendation.ts'
import { returnConclusion } from './return-conclusion.ts'
import { saveConclusion } from './save-conclusion.ts'
import { settleRemark } from './settle-remark.ts'
import { submitConclusion } from './submit-conclusion.ts'

export function conclusionRoutes(edge: Edge): void {
  serve(edge, contract.getConclusion, getConclusion)
  serve(edge, contract.draftConclusion, draftConclusion)
  serve(edge, contract.saveConclusion, saveConclusion)
  serve(edge, contract.addRecommendation, addRecommendation)
  serve(edge, contract.editRecommendation, editRecommendation)
  serve(edge, contract.removeRecommendation, removeRecommendation)
  serve(edge, contract.submitConclusion, submitConclusion)
  serve(edge, contract.addRemark, addRemark)
  serve(edge, contract.settleRemark, settleRemark)
  serve(edge, contract.returnConclusion, returnConclusion)
  serve(edge, contract.issueConclusion, issueConclusion)
}
