import { monthOf } from '../dates/calendar-date.ts'
import { bindingRules } from './binding-rules.ts'
import { checkPlan } from './check-plan.ts'
import { type Conflict, explainConflict } from './explain-conflict.ts'
import type { SolveMilp } from './milp.ts'
import type { PlanCost, PlannedSlot, SchedulingProblem } from './problem.ts'
import { monthTallies } from './season-days.ts'
import { solveSeason } from './solve-season.ts'

/** The steps of the work, in their order, for whoever watches. */
export type SolvingStep = 'conflicts' | 'plan' | 'check' | 'binding'

/** A schedule measured by the checker. */
export interface Measured {
  readonly slots: readonly PlannedSlot[]
  readonly cost: PlanCost
  readonly broken: readonly string[]
  readonly months: readonly { readonly month: string; readonly visits: number }[]
}

export interface ProposedSeason {
  readonly plan: Measured
  /** Proven lower bound of the whole season's points. */
  readonly bound: number
  /** What the plan may at most be above the best possible, as a share of what it decides. */
  readonly gap: number
  readonly binding: readonly string[]
  /** The schedule as it stands, by the same rules. */
  readonly current: Measured
  /** Fair shares of the months with open dates, with the fixed visits that the month has on other dates. */
  readonly shares: readonly { readonly month: string; readonly least: number; readonly most: number }[]
}

export type SeasonAnswer = { readonly plan: ProposedSeason } | { readonly conflict: Conflict }

/**
 * Schedules a season: the plan with its proven bound, or why there is none. Refuses to hand out a plan that the independent
 * checker finds a fault in; that would be a fault of the solver's programs and is thrown.
 */
export function proposeSeason(
  problem: SchedulingProblem,
  current: readonly PlannedSlot[],
  solve: SolveMilp,
  onStep: (step: SolvingStep) => void = () => undefined,
): SeasonAnswer {
  onStep('conflicts')
  const conflict = explainConflict(problem)
  if (conflict) return { conflict }
  onStep('plan')
  const solved = solveSeason(problem, solve)
  if (!solved) throw new Error('Half-days were matched and yet no plan was found')
  onStep('check')
  const slots = solved.slots.toSorted(inTime)
  const plan = measure(problem, slots)
  if (plan.broken.length > 0) throw new Error(`The plan breaks rules: ${plan.broken.join(' ')}`)
  onStep('binding')
  const difference = solved.points - solved.bound
  // Less than this is how the solver's own arithmetic rounds.
  const slack = difference > 1e-6 ? difference : 0
  return {
    plan: {
      plan,
      bound: plan.cost.points - slack,
      gap: slack === 0 ? 0 : slack / Math.max(Math.abs(solved.points), 1e-9),
      binding: bindingRules(problem, slots, solve),
      current: measure(problem, current.toSorted(inTime)),
      shares: wholeShares(problem),
    },
  }
}

/** Shares are of the visits on open dates; a month's other visits, held before or in the buffer, are added for the reader. */
function wholeShares(problem: SchedulingProblem): ProposedSeason['shares'] {
  return monthTallies(problem).map(({ month, least, most, fixed }) => {
    const others = problem.fixed.filter(({ visitOn }) => monthOf(visitOn) === month).length - fixed
    return { month, least: least + others, most: most + others }
  })
}

function measure(problem: SchedulingProblem, slots: readonly PlannedSlot[]): Measured {
  const { broken, cost } = checkPlan(problem, slots)
  const visits = [...problem.fixed, ...slots].map(({ visitOn }) => monthOf(visitOn))
  const months = [...new Set(visits)].sort()
  return {
    slots,
    cost,
    broken: broken.map(({ sentence }) => sentence),
    months: months.map((month) => ({ month, visits: visits.filter((each) => each === month).length })),
  }
}

function inTime(a: PlannedSlot, b: PlannedSlot): number {
  const key = ({ visitOn, halfDay, group, code }: PlannedSlot) =>
    `${visitOn} ${halfDay === 'morning' ? 0 : 1} ${group} ${code}`
  return key(a) < key(b) ? -1 : 1
}
