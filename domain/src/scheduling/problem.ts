import { z } from 'zod'
import type { BusyTime } from '../availability/busy-time.ts'
import type { CalendarDate } from '../dates/calendar-date.ts'
import type { CalendarDay } from '../dates/working-days.ts'
import type { HalfDay } from '../inspections/contract.ts'
import type { Place } from '../units/distance.ts'

const points = z.number().min(0).max(1000)

/** Points that each part of a season costs; a plan is the better the fewer points it has. They are the office's own. */
export const SchedulingWeights = z.object({
  /** One group's day on the road. */
  travelDay: points.default(100),
  /** One road kilometre. */
  km: points.default(1),
  /** One visit more or fewer than a month's fair share. */
  imbalance: points.default(30),
  /** One visit whose report falls due on a Saturday that is worked by hoán đổi. */
  swappedSaturday: points.default(20),
})
export type SchedulingWeights = z.infer<typeof SchedulingWeights>

/** A unit that is to be given its half-day. `position` is its place in the decision's list. */
export interface UnitToPlace {
  readonly code: string
  readonly name: string
  readonly position: number
  readonly place: Place
  readonly busy: readonly BusyTime[]
}

/** A visit that keeps its half-day: announced, held, or pinned by whoever asks. */
export interface FixedVisit {
  readonly code: string
  readonly name: string
  readonly place: Place
  readonly visitOn: CalendarDate
  readonly halfDay: HalfDay
  readonly group: number
  /** What it is once it is let go of, where the asker pinned it; null for what nobody may move. */
  readonly pinned: UnitToPlace | null
}

/** Somebody of the team with the days on which they are away. */
export interface Seat {
  readonly key: string
  readonly name: string
  readonly busy: readonly BusyTime[]
}

/** What every visit must have present, such as a field: any one of these seats will do. */
export interface Need {
  readonly name: string
  readonly seatKeys: readonly string[]
}

/**
 * All that a season is scheduled from. Distances start and end at `office`. Basis of the hard rules: QĐ 2251/QĐ-UBND, mục
 * III.1 (period), III.2 (roster), IV.3 (report before the visit), I.2 (no disturbance); notice, buffer and weights are the office's own.
 */
export interface SchedulingProblem {
  readonly today: CalendarDate
  readonly periodFrom: CalendarDate
  readonly periodTo: CalendarDate
  readonly calendar: readonly CalendarDay[]
  readonly leadWorkingDays: number
  readonly noticeWorkingDays: number
  readonly bufferWorkingDays: number
  readonly teamGroups: number
  readonly roadFactor: number
  readonly office: Place
  readonly weights: SchedulingWeights
  readonly units: readonly UnitToPlace[]
  readonly fixed: readonly FixedVisit[]
  readonly seats: readonly Seat[]
  readonly needs: readonly Need[]
}

/** A half-day given to a unit. */
export interface PlannedSlot {
  readonly code: string
  readonly visitOn: CalendarDate
  readonly halfDay: HalfDay
  readonly group: number
}

/** What a plan costs, part by part. */
export interface PlanCost {
  readonly travelDays: number
  readonly km: number
  readonly imbalance: number
  readonly swappedSaturdays: number
  /** The parts times their weights. */
  readonly points: number
}

export const halfDays = ['morning', 'afternoon'] as const
export const otherHalf = (half: HalfDay): HalfDay => (half === 'morning' ? 'afternoon' : 'morning')
