import type { getRecommendation as contract } from '@cchc/domain/follow-up/contract.ts'
import type { Act } from '../platform/serve.ts'
import { recommendationDetail } from './queries.ts'

/** One recommendation with what was done about it. */
export const getRecommendation: Act<typeof contract> = (context, { params }) =>
  recommendationDetail(context, params.recommendationId)
