import { getRecommendation, planRevisit } from '@cchc/domain/follow-up/contract.ts'
import { listEarlierRecommendations, listOverdue } from '@cchc/domain/follow-up/oversight-contract.ts'
import { recordThirdPartyStep, type ThirdPartyAct } from '@cchc/domain/follow-up/third-party-contract.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { showRecommendation } from './data.ts'

/** What units are late with, and how far each has climbed. */
export const overdueQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'overdue-recommendations'],
    queryFn: ({ signal }) => call(listOverdue, { params: { campaignId }, signal }),
  })

/** What earlier years asked of the unit of a visit and is still open. */
export const earlierQuery = (inspectionId: string) =>
  queryOptions({
    queryKey: ['inspections', inspectionId, 'earlier-recommendations'],
    queryFn: ({ signal }) => call(listEarlierRecommendations, { params: { inspectionId }, signal }),
  })

export async function noteRevisit(
  recommendationId: string,
  body: { on: string; halfDay: HalfDay; note: string },
): Promise<void> {
  await showRecommendation(await call(planRevisit, { params: { recommendationId }, body }))
}

export async function noteThirdPartyStep(
  recommendationId: string,
  body: { step: ThirdPartyAct; onDay: string; letter: string; note: string },
): Promise<void> {
  await call(recordThirdPartyStep, { params: { recommendationId }, body })
  await showRecommendation(await call(getRecommendation, { params: { recommendationId } }))
}
