import { addDays, type CalendarDate } from '../dates/calendar-date.ts'
import { addWorkingDays, dayVerdict, nthWorkingDayBefore } from '../dates/working-days.ts'
import { formatDate } from '../formats/dates.ts'
import { halfDayNames } from '../inspections/contract.ts'
import { routeKm } from '../units/distance.ts'
import type { PlanCost, PlannedSlot, SchedulingProblem } from './problem.ts'

export type PlanRule =
  | 'missing'
  | 'twice'
  | 'unknown-unit'
  | 'day-off'
  | 'period'
  | 'buffer'
  | 'notice'
  | 'report-due'
  | 'group'
  | 'one-visit'
  | 'team-away'
  | 'unit-busy'

export interface BrokenRule {
  readonly rule: PlanRule
  readonly code: string
  /** One Vietnamese sentence: which unit, when, and what stands against it. */
  readonly sentence: string
}

/**
 * Reads a plan against every rule and works out by itself what it costs. It shares with the solver's programs nothing but
 * distances and working days, so a fault in them cannot hide here. Serves for the plan proposed and for today's schedule alike.
 */
export function checkPlan(
  problem: SchedulingProblem,
  slots: readonly PlannedSlot[],
): { broken: BrokenRule[]; cost: PlanCost } {
  return {
    broken: [...eachOnce(problem, slots), ...slots.flatMap((slot) => slotFaults(problem, slots, slot))],
    cost: costOf(problem, slots),
  }
}

function eachOnce({ units }: SchedulingProblem, slots: readonly PlannedSlot[]): BrokenRule[] {
  const known = new Set(units.map(({ code }) => code))
  return [
    ...units.flatMap(({ code, name }): BrokenRule[] => {
      const times = slots.filter((slot) => slot.code === code).length
      if (times === 1) return []
      return [
        times === 0
          ? { rule: 'missing', code, sentence: `${name} chưa có lịch.` }
          : { rule: 'twice', code, sentence: `${name} bị xếp ${times} lần.` },
      ]
    }),
    ...slots
      .filter(({ code }) => !known.has(code))
      .map(
        ({ code }): BrokenRule => ({ rule: 'unknown-unit', code, sentence: `Đơn vị mã ${code} không thuộc diện xếp.` }),
      ),
  ]
}

function slotFaults(problem: SchedulingProblem, slots: readonly PlannedSlot[], slot: PlannedSlot): BrokenRule[] {
  const { today, periodFrom, periodTo, calendar, leadWorkingDays, noticeWorkingDays, teamGroups, units, fixed } =
    problem
  const { code, visitOn, halfDay, group } = slot
  const unit = units.find((each) => each.code === code)
  const when = `${halfDayNames[halfDay].toLowerCase()} ${formatDate(visitOn)}`
  const faults: BrokenRule[] = []
  const fault = (rule: PlanRule, what: string) =>
    faults.push({ rule, code, sentence: `${unit?.name ?? code}, ${when}: ${what}.` })

  if (!dayVerdict(visitOn, calendar).working) fault('day-off', 'không phải ngày làm việc')
  if (visitOn < periodFrom || visitOn > periodTo) fault('period', 'ngoài thời gian kiểm tra')
  else if (workingDaysFrom(problem, addDays(visitOn, 1)) < problem.bufferWorkingDays)
    fault('buffer', `rơi vào ${problem.bufferWorkingDays} ngày làm việc dự phòng cuối đợt`)
  if (visitOn < addWorkingDays(today, noticeWorkingDays, calendar))
    fault('notice', `không kịp báo trước ${noticeWorkingDays} ngày làm việc`)
  if (nthWorkingDayBefore(visitOn, leadWorkingDays, calendar).dueOn < today)
    fault('report-due', 'hạn gửi báo cáo đã qua')
  if (group < 1 || group > teamGroups) fault('group', `Đoàn không có tổ ${group}`)
  const sameHalf = [...fixed, ...slots].filter((other) => other.visitOn === visitOn && other.halfDay === halfDay)
  if (sameHalf.filter((other) => other.group === group).length > 1)
    fault('one-visit', 'tổ này đã có buổi khác cùng lúc')
  if (!teamCovers(problem, visitOn, halfDay, sameHalf.length))
    fault('team-away', 'Đoàn không đủ người cho mọi lĩnh vực')
  if (unit && isAway(unit.busy, visitOn, halfDay)) fault('unit-busy', 'đơn vị có lịch bận')
  return faults
}

/** Working days from a date to the end of the period, both included. */
function workingDaysFrom({ periodTo, calendar }: SchedulingProblem, from: CalendarDate): number {
  let count = 0
  for (let date = from; date <= periodTo; date = addDays(date, 1)) if (dayVerdict(date, calendar).working) count += 1
  return count
}

function isAway(busy: SchedulingProblem['seats'][number]['busy'], date: CalendarDate, half: string): boolean {
  return busy.some((time) => date >= time.from && date <= time.to && (time.halfDay ?? half) === half)
}

/** Whether the people present can be split into so many parties that each has somebody for every need: tries every split. */
function teamCovers({ seats, needs }: SchedulingProblem, date: CalendarDate, half: string, parties: number): boolean {
  const present = seats.filter(({ busy }) => !isAway(busy, date, half))
  const all = 2 ** needs.length - 1
  const duties = present
    .map(({ key }) => needs.reduce((mask, need, bit) => (need.seatKeys.includes(key) ? mask + 2 ** bit : mask), 0))
    .filter((mask) => mask > 0)
  let reached = new Set([Array<number>(parties).fill(0).join()])
  for (const duty of duties) {
    const next = new Set(reached)
    for (const state of reached) {
      const masks = state.split(',').map(Number)
      for (const party of masks.keys())
        next.add(
          masks
            .with(party, masks[party]! | duty)
            .toSorted((a, b) => a - b)
            .join(),
        )
    }
    reached = next
  }
  return reached.has(Array<number>(parties).fill(all).join())
}

function costOf(problem: SchedulingProblem, slots: readonly PlannedSlot[]): PlanCost {
  const { office, roadFactor, weights, fixed, units, calendar, leadWorkingDays } = problem
  const placeOf = new Map([...units, ...fixed].map(({ code, place }) => [code, place]))
  const visits = [...fixed, ...slots]
  const routes = new Map<string, typeof visits>()
  for (const visit of visits) {
    const key = `${visit.visitOn} ${visit.group}`
    routes.set(key, [...(routes.get(key) ?? []), visit])
  }
  const km = [...routes.values()].reduce((sum, stops) => {
    const inOrder = stops.toSorted((a, b) => (a.halfDay === b.halfDay ? 0 : a.halfDay === 'morning' ? -1 : 1))
    return (
      sum +
      routeKm(
        office,
        inOrder.map(({ code }) => placeOf.get(code) ?? office),
        roadFactor,
      )
    )
  }, 0)
  const saturdays = slots.filter(({ visitOn }) => {
    const { dueOn } = nthWorkingDayBefore(visitOn, leadWorkingDays, calendar)
    return calendar.some(({ day, kind, status }) => day === dueOn && kind === 'swapWork' && status !== 'proposed')
  }).length
  const imbalance = imbalanceOf(problem, slots)
  return {
    travelDays: routes.size,
    km,
    imbalance,
    swappedSaturdays: saturdays,
    points:
      weights.travelDay * routes.size +
      weights.km * km +
      weights.imbalance * imbalance +
      weights.swappedSaturday * saturdays,
  }
}

/** Visits by which months are off their share; the share goes by the days on which a visit may be put. */
function imbalanceOf(problem: SchedulingProblem, slots: readonly PlannedSlot[]): number {
  const { today, periodFrom, periodTo, calendar, noticeWorkingDays, bufferWorkingDays, leadWorkingDays } = problem
  const mayHold = (date: CalendarDate) =>
    dayVerdict(date, calendar).working &&
    date >= addWorkingDays(today, noticeWorkingDays, calendar) &&
    workingDaysFrom(problem, addDays(date, 1)) >= bufferWorkingDays &&
    nthWorkingDayBefore(date, leadWorkingDays, calendar).dueOn >= today
  const days = new Map<string, number>()
  const visits = new Map<string, number>()
  let total = 0
  let open = 0
  for (let date = periodFrom; date <= periodTo; date = addDays(date, 1)) {
    if (!mayHold(date)) continue
    const month = date.slice(0, 7)
    days.set(month, (days.get(month) ?? 0) + 1)
    open += 1
  }
  for (const { visitOn } of [
    ...problem.fixed.filter(({ visitOn }) => inPeriod(problem, visitOn) && mayHold(visitOn)),
    ...slots,
  ]) {
    visits.set(visitOn.slice(0, 7), (visits.get(visitOn.slice(0, 7)) ?? 0) + 1)
    total += 1
  }
  let off = 0
  for (const month of new Set([...days.keys(), ...visits.keys()])) {
    const share = open === 0 ? 0 : (total * (days.get(month) ?? 0)) / open
    const count = visits.get(month) ?? 0
    off += Math.max(0, Math.floor(share) - count, count - Math.ceil(share))
  }
  return off
}

const inPeriod = ({ periodFrom, periodTo }: SchedulingProblem, date: CalendarDate) =>
  date >= periodFrom && date <= periodTo
