import { z } from 'zod'

const whole = (least: number, most: number) => z.number().int().min(least).max(most)

/**
 * What a season is scheduled by. None of these numbers is in the decision: they are the office's own, so each can be
 * changed on screen. Days are working days.
 */
export const SchedulingSettings = z.object({
  /** Working days between the schedule notice and the visit. */
  noticeWorkingDays: whole(0, 60).default(10),
  /** Groups that the team can split into; each makes one visit a half-day. */
  teamGroups: whole(1, 6).default(1),
  /** Working days at the end of the period kept free for late cases. */
  bufferWorkingDays: whole(0, 40).default(10),
  /** Road kilometres per kilometre of great circle. */
  roadFactor: z.number().min(1).max(3).default(1.3),
  /** Members of the team that a visit needs at the least. */
  rosterQuorum: whole(1, 40).default(3),
})
export type SchedulingSettings = z.infer<typeof SchedulingSettings>
