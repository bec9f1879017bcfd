import { z } from 'zod'
import { RecommendationView } from '../conclusions/contract.ts'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, InspectionParams, Instant } from '../shapes.ts'
import { ranks } from './escalation.ts'

export const ClimbRow = z.object({
  step: z.number().int(),
  to: z.array(z.enum(ranks)),
  /** The day on which it is reached. */
  on: CalendarDate,
  reached: z.boolean(),
  /** The first reminder of this row about this due date; null where none was sent. */
  told: z.object({ at: Instant, people: z.array(z.string()) }).nullable(),
})
export type ClimbRow = z.infer<typeof ClimbRow>

export const OverdueRecommendation = RecommendationView.extend({ climb: z.array(ClimbRow) })
export type OverdueRecommendation = z.infer<typeof OverdueRecommendation>

export const listOverdue = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/overdue-recommendations',
  access: 'recommendation.oversee',
  summary: 'Every recommendation that a unit is late with, of earlier years too, with how far it has climbed',
  params: CampaignParams,
  reply: z.object({ recommendations: z.array(OverdueRecommendation) }),
})

export const listEarlierRecommendations = endpoint({
  method: 'GET',
  path: '/inspections/:inspectionId/visit/earlier-recommendations',
  access: 'fieldwork.read',
  summary: 'What earlier years asked of the unit of this visit and is still open, for the team to look at',
  params: InspectionParams,
  reply: z.object({ recommendations: z.array(RecommendationView) }),
})
