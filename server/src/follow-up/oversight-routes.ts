import { planRevisit as planContract } from '@cchc/domain/follow-up/contract.ts'
import * as contract from '@cchc/domain/follow-up/oversight-contract.ts'
import { recordThirdPartyStep as stepContract } from '@cchc/domain/follow-up/third-party-contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { listEarlierRecommendations } from './list-earlier-recommendations.ts'
import { listOverdue } from './list-overdue.ts'
import { planRevisit } from './plan-revisit.ts'
import { recordThirdPartyStep } from './record-third-party-step.ts'

export function oversightRoutes(edge: Edge): void {
  serve(edge, contract.listOverdue, listOverdue)
  serve(edge, contract.listEarlierRecommendations, listEarlierRecommendations)
  serve(edge, planContract, planRevisit)
  serve(edge, stepContract, recordThirdPartyStep)
}
