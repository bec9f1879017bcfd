import { type CalendarDate, daysBetween } from '../dates/calendar-date.ts'
import { explainReportDeadline, reportDeadline } from '../dates/report-deadline.ts'
import {
  addWorkingDays,
  type CalendarDay,
  calendarDayKindNames,
  dayVerdict,
  verdictInWords,
  workingDaysLeft,
} from '../dates/working-days.ts'
import { formatDate, formatDateWithWeekday } from '../formats/dates.ts'
import type { CalendarChange, CalendarEffects, DeadlineEffect } from './contract.ts'

/** An inspection as far as the calendar concerns it. */
export interface CalendarVisit {
  readonly inspectionId: string
  readonly unitName: string
  readonly visitOn: CalendarDate
  readonly halfDay: 'morning' | 'afternoon'
  /** The visit has not taken place. */
  readonly ahead: boolean
  /** The unit has been told of the visit. */
  readonly announced: boolean
  readonly leadWorkingDays: number
  /** Null where the visit asks for no report. */
  readonly reportDueOn: CalendarDate | null
  /** The date that was granted on the unit's request. */
  readonly reportExtendedTo?: CalendarDate | null
  /** A report that was sent keeps the deadline it was judged by. */
  readonly reportSent: boolean
  /** The conclusion that is still owed: so many working days after the visit; null where none is. */
  readonly conclusion: { readonly days: number; readonly dueOn: CalendarDate } | null
}

/** The list of days once the changes are made, in date order. */
export function changedCalendar(
  days: readonly CalendarDay[],
  changes: readonly CalendarChange[],
): readonly CalendarDay[] {
  const touched = new Set(changes.map(({ day }) => day))
  const added = changes.flatMap(({ day, to }) => (to ? [{ day, ...to }] : []))
  return [...days.filter(({ day }) => !touched.has(day)), ...added].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/**
 * Exactly what the changes would move: the deadlines whose count they alter and the visits that would come to stand on a day
 * off; a report that was sent keeps its deadline. Basis: QĐ 2251/QĐ-UBND, mục IV.3; Bộ luật Lao động 2019, Điều 111–112.
 */
export function calendarEffects(question: {
  readonly days: readonly CalendarDay[]
  readonly changes: readonly CalendarChange[]
  readonly today: CalendarDate
  readonly visits: readonly CalendarVisit[]
}): CalendarEffects {
  const { days, today } = question
  const after = changedCalendar(days, question.changes)
  const visits = [...question.visits].sort(
    (a, b) => a.visitOn.localeCompare(b.visitOn) || b.halfDay.localeCompare(a.halfDay),
  )
  const reports = visits.flatMap((visit) => reportEffect(visit, days, after, today))
  const moved = [...reports, ...visits.flatMap((visit) => conclusionEffect(visit, days, after, today))]
  return {
    deadlines: moved.filter(({ keeps }) => !keeps),
    kept: moved.filter(({ keeps }) => keeps),
    visits: visits
      .filter(({ ahead, visitOn }) => ahead && dayVerdict(visitOn, days).working && !dayVerdict(visitOn, after).working)
      .map(({ inspectionId, unitName, visitOn, halfDay, announced }) => ({
        inspectionId,
        unitName,
        visitOn,
        halfDay,
        announced,
        rule: verdictInWords(dayVerdict(visitOn, after)),
      })),
  }
}

/** One text that is the same whenever the effects are: what was seen before is compared by it with what holds now. */
export function effectsKey({ deadlines, kept, visits }: CalendarEffects): string {
  return [
    ...[...deadlines, ...kept].map(
      ({ inspectionId, what, from, to, keeps }) => `${inspectionId} ${what} ${from} ${to} ${keeps ? 'kept' : 'moved'}`,
    ),
    ...visits.map(({ inspectionId, visitOn }) => `${inspectionId} visit ${visitOn}`),
  ]
    .sort()
    .join('\n')
}

/**
 * The other day of a swap: a day off and the weekend day worked for it are one decision, so they stand on the same paper.
 * Where a paper holds several swaps, the nearest; undefined where there is none.
 */
export function swapPartner(day: CalendarDay, days: readonly CalendarDay[]): CalendarDay | undefined {
  const other = { swapOff: 'swapWork', swapWork: 'swapOff' }[day.kind as 'swapOff' | 'swapWork']
  if (!other) return undefined
  const distance = (candidate: CalendarDay) => Math.abs(daysBetween(day.day, candidate.day))
  return days
    .filter(({ kind, basis }) => kind === other && basis === day.basis)
    .sort((a, b) => distance(a) - distance(b))[0]
}

/** A change in words: "23/11/2026 là ngày nghỉ hoán đổi (Nghỉ hoán đổi …)", "bỏ 23/11/2026 khỏi danh sách". */
export function changeInWords({ day, to }: CalendarChange): string {
  if (!to) return `bỏ ${formatDate(day)} khỏi danh sách`
  const proposed = to.status === 'proposed' ? ', mới đề xuất' : ''
  return `${formatDate(day)} là ${calendarDayKindNames[to.kind]} (${to.name}${proposed})`
}

type Days = readonly CalendarDay[]

function reportEffect(visit: CalendarVisit, before: Days, after: Days, today: CalendarDate): DeadlineEffect[] {
  const { reportDueOn, visitOn, leadWorkingDays, reportSent } = visit
  const terms = { visitOn, leadWorkingDays, extendedTo: visit.reportExtendedTo }
  if (reportDueOn === null || !(visit.ahead || reportSent)) return []
  const was = reportDeadline(terms, before).dueOn
  const to = reportDeadline(terms, after).dueOn
  if (was === to || reportDueOn === to) return []
  const why = explainReportDeadline(terms, after)
  return [effect(visit, 'report', { from: reportDueOn, to, why, keeps: reportSent }, after, today)]
}

function conclusionEffect(visit: CalendarVisit, before: Days, after: Days, today: CalendarDate): DeadlineEffect[] {
  const { conclusion, visitOn } = visit
  if (!conclusion) return []
  const was = addWorkingDays(visitOn, conclusion.days, before)
  const to = addWorkingDays(visitOn, conclusion.days, after)
  if (was === to || conclusion.dueOn === to) return []
  const why = `Kết luận trong ${conclusion.days} ngày làm việc sau buổi kiểm tra ${formatDateWithWeekday(visitOn)}: hết ${formatDateWithWeekday(to)}.`
  return [effect(visit, 'conclusion', { from: conclusion.dueOn, to, why, keeps: false }, after, today)]
}

function effect(
  { inspectionId, unitName, visitOn, announced }: CalendarVisit,
  what: DeadlineEffect['what'],
  move: Pick<DeadlineEffect, 'from' | 'to' | 'why' | 'keeps'>,
  after: Days,
  today: CalendarDate,
): DeadlineEffect {
  return {
    inspectionId,
    unitName,
    visitOn,
    announced,
    what,
    ...move,
    workingDaysLeft: workingDaysLeft(today, move.to, after),
  }
}
