import { z } from 'zod'
import { RecommendationView } from '../conclusions/contract.ts'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { HalfDay } from '../inspections/contract.ts'
import { CampaignParams, Id, Instant, Text } from '../shapes.ts'
import { ProofFile } from './proof-file.ts'
import { ThirdPartyStep } from './third-party-contract.ts'

export const RemedyView = z.object({
  remedyId: Id,
  /** 1, and one more each time the unit reports anew. */
  turn: z.number().int(),
  text: z.string(),
  /** What hung beside it when it was sent. */
  files: z.array(ProofFile),
  submittedBy: z.string(),
  submittedAt: Instant,
  /** The half-day on which the team goes there again, noted before or with the verdict; null where it judges on paper. */
  revisit: z.object({ on: CalendarDate, halfDay: HalfDay, note: z.string(), by: z.string().nullable() }).nullable(),
  verdict: z.enum(['adequate', 'not-adequate']).nullable(),
  verifiedHow: z.enum(['paper', 'visit']).nullable(),
  verdictReason: z.string(),
  /** The new date that it was sent back with. */
  sentBackDueOn: CalendarDate.nullable(),
  verifiedBy: z.string().nullable(),
  verifiedAt: Instant.nullable(),
})
export type RemedyView = z.infer<typeof RemedyView>

export const RecommendationDetail = RecommendationView.extend({
  remedies: z.array(RemedyView),
  /** What became of it with somebody else than the unit, oldest first. */
  thirdParty: z.array(ThirdPartyStep),
  /** The date proposed when the remedy is sent back. */
  sendBackDueOn: CalendarDate,
  actions: z.array(z.enum(['remedy', 'verify', 'forward'])),
})
export type RecommendationDetail = z.infer<typeof RecommendationDetail>

export const RecommendationParams = z.object({ recommendationId: Id })

export const listRecommendations = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/recommendations',
  access: 'recommendation.read',
  summary: 'Every recommendation of issued conclusions, overdue first',
  params: CampaignParams,
  reply: z.object({
    recommendations: z.array(RecommendationView),
    /** Of earlier years and still open. */
    carried: z.array(RecommendationView),
  }),
})
export const getRecommendation = endpoint({
  method: 'GET',
  path: '/recommendations/:recommendationId',
  access: 'recommendation.read',
  summary: 'One recommendation with what was done about it',
  params: RecommendationParams,
  reply: RecommendationDetail,
})
export const submitRemedy = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/remedies',
  access: 'recommendation.remedy',
  summary: 'Say what was mended, with the proofs that hang at the open turn',
  params: RecommendationParams,
  body: z.object({ text: Text }),
  reply: RecommendationDetail,
})
export const verifyRemedy = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/verify',
  access: 'recommendation.verify',
  summary: 'Judge the newest remedy: adequate, or not and why',
  params: RecommendationParams,
  body: z.object({
    verdict: z.enum(['adequate', 'not-adequate']),
    reason: Text,
    /** The half-day of the re-visit, where it was judged on site; null: on paper. */
    visited: z.object({ on: CalendarDate, halfDay: HalfDay }).nullable().default(null),
    /** The unit's new date where it is not adequate; null: the one that is proposed. */
    dueOn: CalendarDate.nullable().default(null),
  }),
  reply: RecommendationDetail,
})
export const planRevisit = endpoint({
  method: 'POST',
  path: '/recommendations/:recommendationId/revisit',
  access: 'recommendation.verify',
  summary: 'Note the half-day on which the team goes there again to judge the newest remedy; the unit is told',
  params: RecommendationParams,
  body: z.object({ on: CalendarDate, halfDay: HalfDay, note: Text }),
  reply: RecommendationDetail,
})
