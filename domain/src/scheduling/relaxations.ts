import { formatNumber } from '../formats/numbers.ts'
import type { SchedulingProblem } from './problem.ts'

/** A rule that could be given up; what no one may give up, such as days off, is not among them. */
export type Relaxable =
  | { readonly kind: 'notice' | 'buffer' | 'half-day' | 'balance' | 'saturday' }
  | { readonly kind: 'seat' | 'unit' | 'pinned'; readonly key: string }

/** Hard rules that stand in this problem, those of one person or unit first. */
export function hardRules(problem: SchedulingProblem): Relaxable[] {
  const { periodFrom, periodTo, fixed, units, seats } = problem
  const touches = ({ busy }: Pick<SchedulingProblem['seats'][number], 'busy'>) =>
    busy.some(({ from, to }) => from <= periodTo && to >= periodFrom)
  return [
    ...fixed.filter(({ pinned }) => pinned).map(({ code }) => ({ kind: 'pinned' as const, key: code })),
    ...units.filter(touches).map(({ code }) => ({ kind: 'unit' as const, key: code })),
    ...seats.filter(touches).map(({ key }) => ({ kind: 'seat' as const, key })),
    { kind: 'half-day' },
    ...(problem.noticeWorkingDays > 0 ? [{ kind: 'notice' as const }] : []),
    ...(problem.bufferWorkingDays > 0 ? [{ kind: 'buffer' as const }] : []),
  ]
}

/** What only costs points: it binds where giving it up saves something else. */
export function softRules({ weights }: SchedulingProblem): Relaxable[] {
  return [
    ...(weights.imbalance > 0 ? [{ kind: 'balance' as const }] : []),
    ...(weights.swappedSaturday > 0 ? [{ kind: 'saturday' as const }] : []),
  ]
}

/** The same problem without some of its rules; `half-day` gives the team one group more, or `groups` of them. */
export function without(
  problem: SchedulingProblem,
  rules: readonly Relaxable[],
  groups = problem.teamGroups + 1,
): SchedulingProblem {
  let relaxed = problem
  for (const rule of rules) relaxed = withoutOne(relaxed, rule, groups)
  return relaxed
}

function withoutOne(problem: SchedulingProblem, rule: Relaxable, teamGroups: number): SchedulingProblem {
  const { weights, seats, units, fixed } = problem
  switch (rule.kind) {
    case 'notice':
      return { ...problem, noticeWorkingDays: 0 }
    case 'buffer':
      return { ...problem, bufferWorkingDays: 0 }
    case 'half-day':
      return { ...problem, teamGroups }
    case 'balance':
      return { ...problem, weights: { ...weights, imbalance: 0 } }
    case 'saturday':
      return { ...problem, weights: { ...weights, swappedSaturday: 0 } }
    case 'seat':
      return { ...problem, seats: seats.map((seat) => (seat.key === rule.key ? { ...seat, busy: [] } : seat)) }
    case 'unit':
      return { ...problem, units: units.map((unit) => (unit.code === rule.key ? { ...unit, busy: [] } : unit)) }
    case 'pinned': {
      const freed = fixed.find(({ code }) => code === rule.key)?.pinned
      const stays = fixed.filter(({ code }) => code !== rule.key)
      return { ...problem, fixed: stays, units: freed ? [...units, freed] : units }
    }
  }
}

/** A rule in words that read on after "giữ" or "bỏ": "báo trước 10 ngày làm việc". */
export function ruleInWords(problem: SchedulingProblem, rule: Relaxable): string {
  switch (rule.kind) {
    case 'notice':
      return `báo trước cho đơn vị ${problem.noticeWorkingDays} ngày làm việc`
    case 'buffer':
      return `${problem.bufferWorkingDays} ngày làm việc dự phòng cuối đợt`
    case 'half-day':
      return problem.teamGroups === 1
        ? 'mỗi buổi một đơn vị (Đoàn đi chung một tổ)'
        : `mỗi buổi nhiều nhất ${formatNumber(problem.teamGroups)} đơn vị (Đoàn có ${problem.teamGroups} tổ)`
    case 'balance':
      return 'cân bằng số buổi giữa các tháng'
    case 'saturday':
      return 'tránh hạn báo cáo vào thứ Bảy làm bù'
    case 'seat':
      return `lịch bận của ${problem.seats.find(({ key }) => key === rule.key)?.name ?? rule.key}`
    case 'unit':
      return `lịch bận của ${problem.units.find(({ code }) => code === rule.key)?.name ?? rule.key}`
    case 'pinned':
      return `giờ đã ghim của ${problem.fixed.find(({ code }) => code === rule.key)?.name ?? rule.key}`
  }
}
