import { busyAt } from '../availability/busy-time.ts'
import { formatDate } from '../formats/dates.ts'
import { halfDayNames } from '../inspections/contract.ts'
import { fits, type HalfDayMatching, matchHalfDays, type OpenHalfDay } from './half-day-matching.ts'
import type { SchedulingProblem } from './problem.ts'
import { hardRules, type Relaxable, ruleInWords, without } from './relaxations.ts'

/** Something that would make room; `where` says which screen it is changed on. */
export interface Remedy {
  readonly sentence: string
  readonly where: 'settings' | 'team' | 'units' | 'pins'
}

/** Why a season cannot be scheduled, and the least that must give. */
export interface Conflict {
  /** What cannot hold together: taking any one of these rules away would leave room for all units. */
  readonly sentence: string
  readonly rules: readonly string[]
  /** Each is enough by itself. */
  readonly remedies: readonly Remedy[]
  /** How many units are left over when as many as possible are placed. */
  readonly leftOver: number
}

/** Explains a season that does not fit; null when it does. Every statement is proven by matching units to half-days. */
export function explainConflict(problem: SchedulingProblem): Conflict | null {
  const matching = matchHalfDays(problem)
  if (matching.left.length === 0) return null
  const conflict = smallestConflict(problem)
  const words = conflict.map((rule) => ruleInWords(problem, rule))
  const leftOver = matching.left.length
  const supply = matching.openings.reduce((sum, { room }) => sum + room, 0)
  const facts = `Còn ${supply} buổi xếp được cho ${problem.units.length} đơn vị, nên ít nhất ${leftOver} đơn vị không có chỗ.`
  return {
    sentence:
      words.length === 0
        ? `Thời gian kiểm tra đến ${formatDate(problem.periodTo)} không đủ ngày làm việc dù bỏ mọi điều kiện khác. ${facts}`
        : words.length === 1
          ? `Không xếp được khi giữ ${words[0]}. ${facts}`
          : `Không thể giữ cùng lúc ${words.length} điều: ${words.join('; ')}. ${facts}`,
    rules: words,
    remedies: [...remediesOf(problem, conflict, matching), leaveOut(matching)],
    leftOver,
  }
}

/** Drops one rule after the other and keeps dropped what is not needed for the conflict: what remains is minimal. */
function smallestConflict(problem: SchedulingProblem): Relaxable[] {
  const rules = hardRules(problem)
  const relax = (dropped: readonly Relaxable[]) => without(problem, dropped, groupsForAll(problem))
  const dropped: Relaxable[] = []
  for (const rule of rules) if (!fits(relax([...dropped, rule]))) dropped.push(rule)
  return dropped.length === rules.length ? [] : rules.filter((rule) => !dropped.includes(rule))
}

const groupsForAll = ({ units, fixed }: SchedulingProblem) => units.length + fixed.length

function remediesOf(problem: SchedulingProblem, conflict: readonly Relaxable[], matching: HalfDayMatching): Remedy[] {
  const alone = conflict.flatMap((rule) => remedyOf(problem, rule, matching) ?? [])
  return alone.length > 0 ? alone : together(problem, conflict)
}

/** The least by which one rule must give so that all units fit; null when even without it they do not. */
function remedyOf(problem: SchedulingProblem, rule: Relaxable, matching: HalfDayMatching): Remedy | null {
  const { noticeWorkingDays, bufferWorkingDays, teamGroups } = problem
  switch (rule.kind) {
    case 'notice': {
      const days = largestThatFits(noticeWorkingDays, (days) => ({ ...problem, noticeWorkingDays: days }))
      return days === null
        ? null
        : {
            sentence: `Giảm thời gian báo trước từ ${noticeWorkingDays} xuống ${days} ngày làm việc.`,
            where: 'settings',
          }
    }
    case 'buffer': {
      const days = largestThatFits(bufferWorkingDays, (days) => ({ ...problem, bufferWorkingDays: days }))
      return days === null
        ? null
        : { sentence: `Giảm dự phòng cuối đợt từ ${bufferWorkingDays} xuống ${days} ngày làm việc.`, where: 'settings' }
    }
    case 'half-day': {
      const more = [1, 2, 3, 4, 5].map((extra) => teamGroups + extra)
      const groups = more.find((count) => fits(without(problem, [rule], count)))
      return groups === undefined ? null : { sentence: `Chia Đoàn thành ${groups} tổ.`, where: 'settings' }
    }
    case 'seat':
    case 'unit': {
      const relaxed = without(problem, [rule])
      const wider = matchHalfDays(relaxed, matching)
      if (wider.left.length > 0) return null
      const freed = rule.kind === 'seat' ? newlyOpened(matching, wider) : freedOf(problem, rule.key, wider)
      const who = ruleInWords(problem, rule).replace('lịch bận của ', '')
      const list = freed.slice(0, 3).map(({ date, half }) => `${halfDayNames[half].toLowerCase()} ${formatDate(date)}`)
      const days = `${list.join(', ')}${freed.length > list.length ? '…' : '.'}`
      return rule.kind === 'seat'
        ? { sentence: `Bố trí để ${who} đi được thêm ${freed.length} buổi, ví dụ ${days}`, where: 'team' }
        : { sentence: `Đề nghị ${who} bỏ bận ${freed.length} buổi, ví dụ ${days}`, where: 'units' }
    }
    case 'pinned':
      return fits(without(problem, [rule]))
        ? { sentence: `Bỏ ghim ${ruleInWords(problem, rule).replace('giờ đã ghim của ', 'lịch của ')}.`, where: 'pins' }
        : null
    default:
      return null
  }
}

/** The most days up to a number under which all units fit; null when even none is too many. */
function largestThatFits(days: number, with_: (days: number) => SchedulingProblem): number | null {
  for (let fewer = days - 1; fewer >= 0; fewer--) if (fits(with_(fewer))) return fewer
  return null
}

/** Half-days on which more visits stand than the narrower problem had room for. */
function newlyOpened(before: HalfDayMatching, after: HalfDayMatching): OpenHalfDay[] {
  const used = [...after.placed.values()]
  return after.openings.filter(({ date, half }, index) => {
    const had = before.openings.find((each) => each.date === date && each.half === half)?.room ?? 0
    return used.filter((each) => each === index).length > had
  })
}

/** The half-day on which a unit is placed although it said that it is busy. */
function freedOf({ units }: SchedulingProblem, code: string, { openings, placed }: HalfDayMatching): OpenHalfDay[] {
  const opening = openings[placed.get(code) ?? -1]
  const unit = units.find((each) => each.code === code)
  return opening && unit && busyAt(unit.busy, opening.date, opening.half) ? [opening] : []
}

/** No rule is enough by itself: the fewest of them, in the order of the list, that are enough together. */
function together(problem: SchedulingProblem, conflict: readonly Relaxable[]): Remedy[] {
  const all = [...conflict, ...hardRules(problem).filter((rule) => !conflict.some((each) => isSame(each, rule)))]
  const enough = (rules: readonly Relaxable[]) => fits(without(problem, rules, groupsForAll(problem)))
  const length = all.findIndex((_, index) => enough(all.slice(0, index + 1))) + 1
  if (length === 0) return []
  let needed = all.slice(0, length)
  for (const rule of needed) {
    const fewer = needed.filter((each) => each !== rule)
    if (enough(fewer)) needed = fewer
  }
  const words = needed.map((rule) => ruleInWords(problem, rule))
  return [{ sentence: `Không điều nào nới riêng mà đủ; phải nới cùng lúc: ${words.join('; ')}.`, where: 'settings' }]
}

const isSame = (a: Relaxable, b: Relaxable) => JSON.stringify(a) === JSON.stringify(b)

function leaveOut({ left }: HalfDayMatching): Remedy {
  const names = left.slice(0, 3).map(({ name }) => name)
  const rest = left.length > names.length ? '…' : '.'
  return {
    sentence: `Hoặc để lại ít nhất ${left.length} đơn vị, chưa xếp lần này, ví dụ ${names.join(', ')}${rest}`,
    where: 'pins',
  }
}
