import { formatNumber } from '../formats/numbers.ts'
import { decidedCost } from './decided-cost.ts'
import type { SolveMilp } from './milp.ts'
import type { PlannedSlot, SchedulingProblem } from './problem.ts'
import { hardRules, type Relaxable, ruleInWords, softRules, without } from './relaxations.ts'
import { monthTallies } from './season-days.ts'
import { seasonBound, solveSeason } from './solve-season.ts'

/** How many single people and units are asked about; beyond it only their busy times as a whole. */
const mostAsked = 12
const nothing = 1e-3

/**
 * Which rules make the plan dearer: each is given up in turn and the season solved again, by the same shares of months. A rule
 * that saves nothing when it goes does not bind. Sentences are whole; there is always at least one.
 */
export function bindingRules(problem: SchedulingProblem, slots: readonly PlannedSlot[], solve: SolveMilp): string[] {
  const rules = [...hardRules(problem), ...softRules(problem)]
  const saved = savings(problem, slots, solve)
  const allAtOnce = saved(rules)
  if (!allAtOnce)
    return ['Không điều kiện nào làm lịch này kém đi: bỏ hết mọi điều kiện cũng không có cách xếp nào ít điểm hơn.']
  const binding = groupsOf(rules).flatMap((group) => {
    const whole = saved(group)
    if (!whole) return []
    if (group.length === 1) return [sentence(ruleInWords(problem, group[0]!), whole)]
    const single = group.slice(0, mostAsked).flatMap((rule) => {
      const one = saved([rule])
      return one ? [sentence(ruleInWords(problem, rule), one)] : []
    })
    return single.length > 0 ? single : [sentence(groupNames[group[0]!.kind] ?? '', whole)]
  })
  return binding.length > 0
    ? binding
    : [sentence('mọi điều kiện cùng lúc (bỏ riêng từng điều thì không được gì)', allAtOnce)]
}

const groupNames: Partial<Record<Relaxable['kind'], string>> = {
  seat: 'lịch bận của các thành viên Đoàn',
  unit: 'lịch bận của các đơn vị',
  pinned: 'giờ đã ghim của các cuộc',
}

/** Rules about people, about units and about pins stand together; every other one by itself. */
function groupsOf(rules: readonly Relaxable[]): Relaxable[][] {
  const kinds = [...new Set(rules.map(({ kind }) => kind))]
  return kinds.map((kind) => rules.filter((rule) => rule.kind === kind))
}

interface Saving {
  readonly points: number
  readonly travelDays: number
  readonly km: number
  readonly imbalance: number
}

function savings(problem: SchedulingProblem, slots: readonly PlannedSlot[], solve: SolveMilp) {
  const months = monthTallies(problem)
  return (rules: readonly Relaxable[]): Saving | null => {
    const relaxed = without(problem, rules)
    const freed = problem.fixed.filter((visit) => visit.pinned && !relaxed.fixed.includes(visit))
    const tallies = months.map((each) => ({
      ...each,
      fixed: each.fixed - freed.filter(({ visitOn }) => visitOn.startsWith(each.month)).length,
    }))
    const now = decidedCost(relaxed, tallies, [...slots, ...freed])
    if (seasonBound(relaxed, solve, tallies) > now.points - nothing) return null
    const best = solveSeason(relaxed, solve, tallies)
    if (!best || best.points > now.points - nothing) return null
    const then = decidedCost(relaxed, tallies, best.slots)
    return {
      points: now.points - best.points,
      travelDays: now.travelDays - then.travelDays,
      km: now.km - then.km,
      imbalance: relaxed.weights.imbalance > 0 ? now.imbalance - then.imbalance : 0,
    }
  }
}

function sentence(rule: string, { points, travelDays, km, imbalance }: Saving): string {
  const parts: [number, string][] = [
    [travelDays, `${Math.abs(travelDays)} ngày đi`],
    [Math.abs(km) < 0.05 ? 0 : km, `${formatNumber(Math.abs(km), 1)} km`],
    [imbalance, `${Math.abs(imbalance)} buổi lệch tháng`],
  ]
  const less = parts.filter(([saved]) => saved > 0).map(([, words]) => words)
  const more = parts.filter(([saved]) => saved < 0).map(([, words]) => words)
  const saved = [`${formatNumber(points, 1)} điểm`, ...(less.length > 0 ? [`(${less.join(', ')})`] : [])].join(' ')
  return `Nếu bỏ ${rule} thì bớt được ${saved}${more.length > 0 ? `, đổi lại thêm ${more.join(', ')}` : ''}.`
}
