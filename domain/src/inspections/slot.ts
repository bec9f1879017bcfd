import { type BusyTime, busyAt } from '../availability/busy-time.ts'
import { addDays, type CalendarDate } from '../dates/calendar-date.ts'
import { reportDeadline } from '../dates/report-deadline.ts'
import { type CalendarDay, dayVerdict, verdictInWords, workingDaysBetween } from '../dates/working-days.ts'
import { formatDate, formatDateWithWeekday } from '../formats/dates.ts'
import { Refusal } from '../refusals.ts'
import { type HalfDay, halfDayNames, type SlotProblem } from './contract.ts'
import type { InspectionKind } from './states.ts'

/** What the day of a visit is judged by. */
export interface SlotQuestion {
  readonly visitOn: CalendarDate
  readonly today: CalendarDate
  readonly periodFrom: CalendarDate
  readonly periodTo: CalendarDate
  readonly leadWorkingDays: number
  /** The date that was granted for the report; it may be sent until then. */
  readonly reportExtendedTo?: CalendarDate | null
  readonly calendar: readonly CalendarDay[]
  /** The day the unit's report came in, where it has; the rule of days before the visit is then about that day. */
  readonly reportSentOn?: CalendarDate | null
}

/**
 * Every rule of date that putting a visit on this day would break, worst first; empty when there is none.
 * Basis: QĐ 2251/QĐ-UBND, mục III.1 (period), IV.3 (report at least so many working days before).
 */
export function slotRefusals({
  visitOn,
  today,
  periodFrom,
  periodTo,
  leadWorkingDays,
  reportExtendedTo = null,
  calendar,
  reportSentOn = null,
}: SlotQuestion): Refusal[] {
  const refusals: Refusal[] = []
  const date = formatDate(visitOn)
  if (visitOn < periodFrom || visitOn > periodTo)
    refusals.push(new Refusal('outside-period', { date, from: formatDate(periodFrom), to: formatDate(periodTo) }))
  const verdict = dayVerdict(visitOn, calendar)
  if (!verdict.working) refusals.push(new Refusal('not-a-working-day', { date, rule: verdictInWords(verdict) }))
  if (visitOn < today) refusals.push(new Refusal('in-the-past', { date, today: formatDate(today) }))
  else {
    const { dueOn } = reportDeadline({ visitOn, leadWorkingDays, extendedTo: reportExtendedTo }, calendar)
    if (dueOn < (reportSentOn ?? today))
      refusals.push(
        new Refusal('report-due-passed', {
          date,
          due: formatDate(dueOn),
          days: String(leadWorkingDays).padStart(2, '0'),
        }),
      )
  }
  return refusals
}

export interface Slot {
  readonly visitOn: CalendarDate
  readonly halfDay: HalfDay
}

/** "sáng thứ Ba 14/07/2026". */
export function slotInWords({ visitOn, halfDay }: Slot): string {
  return `${halfDayNames[halfDay].toLowerCase()} ${formatDateWithWeekday(visitOn)}`
}

export function isSameSlot(a: Slot | null, b: Slot | null): boolean {
  return a?.visitOn === b?.visitOn && a?.halfDay === b?.halfDay
}

/** A visit that stands on the calendar, beside the one that is to be placed. */
export interface StandingVisit extends Slot {
  readonly inspectionId: string
  readonly campaignId: string
  readonly unitName: string
  readonly kind: InspectionKind
  readonly teamGroup: number
  /** Who of the roster has an account, by id. */
  readonly personIds: readonly string[]
}

/** All that a half-day of one visit is judged by: read once for a whole stretch of days. */
export interface SlotFacts extends Omit<SlotQuestion, 'visitOn'> {
  readonly campaignId: string
  /** Where the visit stands now; null before it is scheduled. */
  readonly standsOn: Slot | null
  readonly teamGroup: number
  readonly noticeWorkingDays: number
  readonly unit: { readonly name: string; readonly busy: readonly BusyTime[] }
  readonly roster: readonly {
    readonly personId: string
    readonly name: string
    readonly busy: readonly BusyTime[]
  }[]
  /** Every other visit that the viewer may know. */
  readonly others: readonly StandingVisit[]
  /** Why somebody is busy is told to the office alone. */
  readonly tellsReasons: boolean
  /** The roster goes along as it is, so that somebody who is elsewhere stands in the way; a form can still change it. */
  readonly keepsRoster: boolean
}

export interface SlotVerdict {
  /** What it breaks, worst first; what `blocks` comes before what only warns. */
  readonly problems: readonly SlotProblem[]
  /** Every no, worst first, as the act says it. */
  readonly refusals: readonly Refusal[]
  /** The visit of the same group that holds the half-day. */
  readonly takenBy: StandingVisit | null
  readonly reportDueOn: CalendarDate
}

/**
 * What putting the visit on a half-day would break. A rule of days before the visit is not asked again of the day on which
 * the visit stands already. Basis: QĐ 2251/QĐ-UBND, mục I.2 (no disturbance), III.1, III.2, III.3, IV.3; notice to the unit
 * and a deadline on a made-up Saturday are this product's own warnings.
 */
export function judgeSlot(facts: SlotFacts, slot: Slot): SlotVerdict {
  return judgeHalfDay(facts, judgeDay(facts, slot.visitOn), slot)
}

/** The verdict on every half-day of a stretch, both ends included, in order. */
export function judgeStretch(facts: SlotFacts, from: CalendarDate, to: CalendarDate): (SlotVerdict & Slot)[] {
  const verdicts: (SlotVerdict & Slot)[] = []
  for (let visitOn = from; visitOn <= to; visitOn = addDays(visitOn, 1)) {
    const day = judgeDay(facts, visitOn)
    for (const halfDay of ['morning', 'afternoon'] as const)
      verdicts.push({ visitOn, halfDay, ...judgeHalfDay(facts, day, { visitOn, halfDay }) })
  }
  return verdicts
}

interface DayJudgement {
  readonly refusals: readonly Refusal[]
  readonly warnings: readonly SlotProblem[]
  readonly reportDueOn: CalendarDate
}

function judgeDay(facts: SlotFacts, visitOn: CalendarDate): DayJudgement {
  const { calendar, today, noticeWorkingDays } = facts
  const reportDueOn = reportDeadline(
    { visitOn, leadWorkingDays: facts.leadWorkingDays, extendedTo: facts.reportExtendedTo },
    calendar,
  ).dueOn
  const isItsOwnDay = facts.standsOn?.visitOn === visitOn
  const refusals = slotRefusals({ ...facts, visitOn }).filter(
    ({ code }) => !(isItsOwnDay && code === 'report-due-passed'),
  )
  const warnings: SlotProblem[] = []
  if (!isItsOwnDay && visitOn >= today) {
    const notice = workingDaysBetween(today, visitOn, calendar)
    if (notice < noticeWorkingDays) warnings.push(warning('notice-short', noticeShort(notice, noticeWorkingDays)))
    const { rule, working } = dayVerdict(reportDueOn, calendar)
    if (working && rule)
      warnings.push(
        warning(
          'deadline-on-made-up-day',
          `Hạn gửi báo cáo rơi vào ${formatDateWithWeekday(reportDueOn)} là ngày làm bù (${rule.name}); nên tránh nếu có ngày khác.`,
        ),
      )
  }
  return { refusals, warnings, reportDueOn }
}

function judgeHalfDay(facts: SlotFacts, day: DayJudgement, slot: Slot): SlotVerdict {
  const sameTime = facts.others.filter(({ visitOn, halfDay }) => visitOn === slot.visitOn && halfDay === slot.halfDay)
  // Unannounced visits never take a half-day: they would give themselves away.
  const takenBy =
    sameTime.find(
      ({ kind, campaignId, teamGroup }) =>
        kind === 'planned' && campaignId === facts.campaignId && teamGroup === facts.teamGroup,
    ) ?? null
  const refusals = [...day.refusals]
  if (takenBy) refusals.push(slotTakenBy(takenBy))
  const warnings: SlotProblem[] = []
  for (const { visit, name } of peopleElsewhere(facts, sameTime, takenBy)) {
    const elsewhere = new Refusal('person-elsewhere', { name, unit: visit.unitName })
    if (facts.keepsRoster && visit.kind !== 'unannounced') refusals.push(elsewhere)
    else warnings.push(warning('person-elsewhere', elsewhere.message))
  }
  for (const { name, busy } of facts.roster) {
    const time = busyAt(busy, slot.visitOn, slot.halfDay)
    if (time) warnings.push(warning('person-busy', `${name} bận buổi này${because(time, facts.tellsReasons)}.`))
  }
  const unitTime = busyAt(facts.unit.busy, slot.visitOn, slot.halfDay)
  if (unitTime)
    warnings.push(
      warning('unit-busy', `${facts.unit.name} đã báo bận buổi này${because(unitTime, facts.tellsReasons)}.`),
    )
  warnings.push(...day.warnings)
  return {
    problems: [...refusals.map(({ code, message }) => ({ rule: code, sentence: message, blocks: true })), ...warnings],
    refusals,
    takenBy,
    reportDueOn: day.reportDueOn,
  }
}

function slotTakenBy({ visitOn, halfDay, unitName }: StandingVisit): Refusal {
  return new Refusal('slot-taken', { half: halfDayNames[halfDay], date: formatDate(visitOn), unit: unitName })
}

/** People of the roster whom another visit of the half-day has; the visit that takes the half-day itself is told once, above. */
function peopleElsewhere(facts: SlotFacts, sameTime: readonly StandingVisit[], takenBy: StandingVisit | null) {
  return sameTime
    .filter((visit) => visit !== takenBy)
    .flatMap((visit) =>
      facts.roster.filter(({ personId }) => visit.personIds.includes(personId)).map(({ name }) => ({ visit, name })),
    )
}

function warning(rule: string, sentence: string): SlotProblem {
  return { rule, sentence, blocks: false }
}

function noticeShort(notice: number, wanted: number): string {
  return `Từ hôm nay đến ngày kiểm tra chỉ còn ${notice} ngày làm việc; đợt này định báo trước cho đơn vị ít nhất ${wanted} ngày làm việc.`
}

function because({ reason }: BusyTime, told: boolean): string {
  return told && reason ? ` (${reason})` : ''
}
