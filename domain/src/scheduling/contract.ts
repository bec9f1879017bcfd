import { z } from 'zod'
import { SchedulingSettings } from '../campaigns/scheduling-settings.ts'
import { CalendarDate } from '../dates/calendar-date.ts'
import { endpoint } from '../endpoint.ts'
import { HalfDay } from '../inspections/contract.ts'
import { CampaignParams, Id, Instant, Revision } from '../shapes.ts'
import { SchedulingWeights } from './problem.ts'

const ProposalParams = z.object({ scheduleProposalId: Id })
const Slot = z.object({ visitOn: CalendarDate, halfDay: HalfDay, group: z.number().int() })

/** Whoever asks says what counts for how much, and which visits stay as they are: at their half-day, or without one. */
export const ScheduleAsk = z.object({
  weights: SchedulingWeights,
  pinned: z.array(Id).max(500).default([]),
})
export type ScheduleAsk = z.infer<typeof ScheduleAsk>

export const proposalStates = [
  'queued',
  'solving',
  'done',
  'infeasible',
  'failed',
  'cancelled',
  'accepted',
  'discarded',
] as const
export type ProposalState = (typeof proposalStates)[number]
export const proposalStateNames: Record<ProposalState, string> = {
  queued: 'Đang chờ tính',
  solving: 'Đang tính',
  done: 'Có đề xuất',
  infeasible: 'Không xếp được',
  failed: 'Tính không xong',
  cancelled: 'Đã dừng',
  accepted: 'Đã áp dụng',
  discarded: 'Đã bỏ',
}

/** What the search does now. `best` and `bound` are in points, once it has any. */
export const SolvingProgress = z.object({
  step: z.enum(['reading', 'conflicts', 'plan', 'check', 'binding']),
  best: z.number().nullable(),
  bound: z.number().nullable(),
})
export type SolvingProgress = z.infer<typeof SolvingProgress>

export const PlanCostView = z.object({
  travelDays: z.number().int(),
  km: z.number(),
  imbalance: z.number(),
  swappedSaturdays: z.number().int(),
  points: z.number(),
})

/** A visit that the proposal places; `from` is where it stood when the proposal was asked for. */
export const ProposedVisit = Slot.extend({
  inspectionId: Id,
  unitCode: z.string(),
  unitName: z.string(),
  from: Slot.nullable(),
  reportDueOn: CalendarDate,
  /** The revision the proposal was made from. */
  revision: Revision,
})
export type ProposedVisit = z.infer<typeof ProposedVisit>

/** One group's day with its stops in order and its road. */
export const ProposedTrip = z.object({
  date: CalendarDate,
  group: z.number().int(),
  km: z.number(),
  stops: z.array(z.object({ inspectionId: Id, unitName: z.string(), halfDay: HalfDay, fixed: z.boolean() })),
})

const Schedule = z.object({ cost: PlanCostView, broken: z.array(z.string()), unplaced: z.number().int() })

export const ProposedPlan = z.object({
  kind: z.literal('plan'),
  proposed: Schedule,
  current: Schedule,
  /** Proven: no plan that keeps the rules has fewer points. */
  bound: z.number(),
  /** How far the plan can be above the best possible at the most, as a share. */
  gap: z.number(),
  seconds: z.number(),
  months: z.array(
    z.object({
      month: z.string(),
      proposed: z.number().int(),
      current: z.number().int(),
      /** The month's fair share lies between; null where no visit may be put. */
      share: z.object({ least: z.number().int(), most: z.number().int() }).nullable(),
    }),
  ),
  binding: z.array(z.string()),
  visits: z.array(ProposedVisit),
  trips: z.array(ProposedTrip),
  remarks: z.array(z.string()),
})
export type ProposedPlan = z.infer<typeof ProposedPlan>

export const PlanConflict = z.object({
  kind: z.literal('conflict'),
  sentence: z.string(),
  rules: z.array(z.string()),
  remedies: z.array(z.object({ sentence: z.string(), where: z.enum(['settings', 'team', 'units', 'pins']) })),
  leftOver: z.number().int(),
  seconds: z.number(),
  remarks: z.array(z.string()),
})
export type PlanConflict = z.infer<typeof PlanConflict>
export const ProposalResult = z.discriminatedUnion('kind', [ProposedPlan, PlanConflict])
export type ProposalResult = z.infer<typeof ProposalResult>

export const ScheduleProposal = z.object({
  scheduleProposalId: Id,
  campaignId: Id,
  state: z.enum(proposalStates),
  askedBy: z.string(),
  askedAt: Instant,
  ask: ScheduleAsk,
  settings: SchedulingSettings,
  progress: SolvingProgress.nullable(),
  /** The work has been silent for long, as after a server was stopped: ask again. */
  stalled: z.boolean(),
  problem: z.string().nullable(),
  result: ProposalResult.nullable(),
  /** How each proposed visit stands now: where it was, put as proposed, or changed by somebody since. */
  standing: z.record(z.string(), z.enum(['open', 'accepted', 'changed'])),
  revision: Revision,
  actions: z.array(z.enum(['cancel', 'accept', 'discard'])),
})
export type ScheduleProposal = z.infer<typeof ScheduleProposal>

/** What a proposal would be made from, for the screen that asks for one. */
export const SchedulingView = z.object({
  campaignId: Id,
  settings: SchedulingSettings,
  /** Of the campaign, which holds the settings. */
  revision: Revision,
  weights: SchedulingWeights,
  /** Visits that would be placed: not yet announced. */
  toPlace: z.array(z.object({ inspectionId: Id, unitName: z.string(), standsOn: Slot.nullable() })),
  /** Announced and held visits, which keep their half-days. */
  fixedCount: z.number().int(),
  /** What is not known and how it is taken instead. */
  remarks: z.array(z.string()),
  /** The latest proposal that has not been thrown away. */
  latest: Id.nullable(),
})
export type SchedulingView = z.infer<typeof SchedulingView>

export const getScheduling = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/scheduling',
  access: 'schedule.read',
  summary: 'What the season is scheduled by, and what an automatic schedule would place',
  params: CampaignParams,
  reply: SchedulingView,
})

export const saveScheduling = endpoint({
  method: 'PUT',
  path: '/campaigns/:campaignId/scheduling',
  access: 'schedule.propose',
  summary: 'Change the numbers that the season is scheduled by',
  params: CampaignParams,
  body: z.object({ revision: Revision, settings: SchedulingSettings }),
  reply: SchedulingView,
})

export const askSchedule = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/schedule-proposals',
  access: 'schedule.propose',
  summary: 'Ask for an automatic schedule; it is worked out in the background',
  params: CampaignParams,
  body: ScheduleAsk,
  reply: ScheduleProposal,
})

export const getScheduleProposal = endpoint({
  method: 'GET',
  path: '/schedule-proposals/:scheduleProposalId',
  access: 'schedule.read',
  summary: 'An automatic schedule: how far it is, or what it came to',
  params: ProposalParams,
  reply: ScheduleProposal,
})

export const cancelSchedule = endpoint({
  method: 'POST',
  path: '/schedule-proposals/:scheduleProposalId/cancel',
  access: 'schedule.propose',
  summary: 'Stop working out an automatic schedule',
  params: ProposalParams,
  reply: ScheduleProposal,
})

export const acceptSchedule = endpoint({
  method: 'POST',
  path: '/schedule-proposals/:scheduleProposalId/accept',
  access: 'schedule.propose',
  summary: 'Put proposed visits where the proposal has them, all of them or those named; either all of these or none',
  params: ProposalParams,
  body: z.object({ inspectionIds: z.array(Id).min(1).nullable() }),
  reply: ScheduleProposal,
})

export const discardSchedule = endpoint({
  method: 'POST',
  path: '/schedule-proposals/:scheduleProposalId/discard',
  access: 'schedule.propose',
  summary: 'Throw an automatic schedule away; nothing on the calendar changes',
  params: ProposalParams,
  reply: ScheduleProposal,
})
