import { nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import type { ProposalResult, ProposedPlan } from '@cchc/domain/scheduling/contract.ts'
import { gather } from '@cchc/domain/scheduling/gather.ts'
import type { Measured, SeasonAnswer } from '@cchc/domain/scheduling/propose-season.ts'
import { routeKm } from '@cchc/domain/units/distance.ts'
import type { ReadProblem } from './read-problem.ts'

/** What the solver answered, with units and inspections named, as it is kept and shown. */
export function proposalResult(answer: SeasonAnswer, read: ReadProblem, seconds: number): ProposalResult {
  const { problem, visits, remarks } = read
  if ('conflict' in answer)
    return {
      kind: 'conflict',
      ...answer.conflict,
      remedies: [...answer.conflict.remedies],
      rules: [...answer.conflict.rules],
      seconds,
      remarks: [...remarks],
    }
  const { plan, current, bound, gap, binding, shares } = answer.plan
  const visitOf = new Map(visits.map((visit) => [visit.unitCode, visit]))
  return {
    kind: 'plan',
    proposed: scheduleOf(plan, 0),
    current: scheduleOf(current, problem.units.length - current.slots.length),
    bound,
    gap,
    seconds,
    months: monthsOf(plan, current, shares),
    binding: [...binding],
    visits: plan.slots.map(({ code, ...slot }) => {
      const { inspectionId, unitName, revision, standsOn } = visitOf.get(code)!
      const { dueOn } = nthWorkingDayBefore(slot.visitOn, problem.leadWorkingDays, problem.calendar)
      return { inspectionId, unitCode: code, unitName, ...slot, from: standsOn, reportDueOn: dueOn, revision }
    }),
    trips: tripsOf(read, plan),
    remarks: [...remarks],
  }
}

function scheduleOf({ cost, broken }: Measured, unplaced: number): ProposedPlan['proposed'] {
  return { cost, broken: [...broken], unplaced }
}

function monthsOf(
  plan: Measured,
  current: Measured,
  shares: readonly { month: string; least: number; most: number }[],
): ProposedPlan['months'] {
  const months = [...plan.months, ...current.months, ...shares].map(({ month }) => month)
  const visitsIn = ({ months: all }: Measured, month: string) => all.find((each) => each.month === month)?.visits ?? 0
  return [...new Set(months)].sort().map((month) => {
    const share = shares.find((each) => each.month === month)
    return {
      month,
      proposed: visitsIn(plan, month),
      current: visitsIn(current, month),
      share: share ? { least: share.least, most: share.most } : null,
    }
  })
}

/** Days on which the proposal puts somebody, with the fixed visits that the same group makes. */
function tripsOf({ problem, visits }: ReadProblem, plan: Measured): ProposedPlan['trips'] {
  const idOf = new Map(visits.map(({ unitCode, inspectionId }) => [unitCode, inspectionId]))
  const known = new Map([...problem.units, ...problem.fixed].map(({ code, name, place }) => [code, { name, place }]))
  const stops = [
    ...plan.slots.map((slot) => ({ ...slot, fixed: false })),
    ...problem.fixed.map(({ code, visitOn, halfDay, group }) => ({ code, visitOn, halfDay, group, fixed: true })),
  ]
  return gather(stops, ({ visitOn, group }) => `${visitOn} ${group}`)
    .filter((trip) => trip.some(({ fixed }) => !fixed))
    .map((trip) => trip.toSorted((a, b) => (a.halfDay === b.halfDay ? 0 : a.halfDay === 'morning' ? -1 : 1)))
    .map((trip) => ({
      date: trip[0]!.visitOn,
      group: trip[0]!.group,
      km: routeKm(
        problem.office,
        trip.map(({ code }) => known.get(code)!.place),
        problem.roadFactor,
      ),
      stops: trip.map(({ code, halfDay, fixed }) => ({
        inspectionId: idOf.get(code)!,
        unitName: known.get(code)!.name,
        halfDay,
        fixed,
      })),
    }))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.group - b.group))
}
