import {
  getRecommendation,
  listRecommendations,
  type RecommendationDetail,
  submitRemedy,
  verifyRemedy,
} from '@cchc/domain/follow-up/contract.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'

/** Every recommendation of issued conclusions that the viewer may know, overdue first. */
export const recommendationsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'recommendations'],
    queryFn: ({ signal }) => call(listRecommendations, { params: { campaignId }, signal }),
  })

/** One recommendation with what was done about it. */
export const recommendationQuery = (recommendationId: string) =>
  queryOptions({
    queryKey: ['recommendations', recommendationId],
    queryFn: ({ signal }) => call(getRecommendation, { params: { recommendationId }, signal }),
  })

/** Shows the recommendation as it has become, here and in every list and count. */
export async function showRecommendation(after: RecommendationDetail): Promise<void> {
  queries.setQueryData(recommendationQuery(after.recommendationId).queryKey, after)
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['campaigns'] }),
    queries.invalidateQueries({ queryKey: ['recommendations', after.recommendationId, 'more-time'] }),
    queries.invalidateQueries({ queryKey: ['inspections', after.inspectionId] }),
  ])
}

export async function sendRemedy(recommendationId: string, text: string): Promise<void> {
  await showRecommendation(await call(submitRemedy, { params: { recommendationId }, body: { text } }))
}

export type Verdict = 'adequate' | 'not-adequate'

export interface Judgement {
  readonly verdict: Verdict
  readonly reason: string
  readonly visited: { on: string; halfDay: HalfDay } | null
  readonly dueOn: string | null
}

export async function judgeRemedy(recommendationId: string, body: Judgement): Promise<void> {
  await showRecommendation(await call(verifyRemedy, { params: { recommendationId }, body }))
}
