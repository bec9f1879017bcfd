import { type CalendarDay, type DayVerdict, dayVerdict } from '@cchc/domain/dates/working-days.ts'
import type { HalfDay, InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { weeksOfMonth } from '../ui/calendar-month.ts'

/** What a month of the schedule is drawn from. */
export interface Season {
  readonly from: string
  readonly to: string
  readonly today: string
  readonly calendar: readonly CalendarDay[]
}

/** A visit to be given a half-day, with the one it was dropped on. */
export interface Asked {
  readonly inspectionId: string
  readonly visitOn?: string
  readonly halfDay?: HalfDay
}

export interface MonthDay {
  readonly date: string
  readonly inMonth: boolean
  /** Inside the campaign's period: visits are scheduled nowhere else. */
  readonly inPeriod: boolean
  readonly verdict: DayVerdict
  /** In the order of the day. */
  readonly sessions: readonly InspectionRow[]
}

const halfDayOrder: Record<HalfDay, number> = { morning: 0, afternoon: 1 }

/** The visits that stand, by day and within a day from morning to afternoon. */
export function sessionsByDay(rows: readonly InspectionRow[]): Map<string, InspectionRow[]> {
  const standing = rows
    .filter(({ visitOn, state }) => visitOn !== null && state !== 'cancelled')
    .sort(
      (a, b) =>
        (a.visitOn! < b.visitOn! ? -1 : a.visitOn! > b.visitOn! ? 1 : 0) ||
        halfDayOrder[a.halfDay ?? 'morning'] - halfDayOrder[b.halfDay ?? 'morning'],
    )
  return Map.groupBy(standing, ({ visitOn }) => visitOn!)
}

/** The weeks of a month 'YYYY-MM', Monday first, each day with what it holds and whether it is worked. */
export function monthOfSchedule(month: string, rows: readonly InspectionRow[], season: Season): MonthDay[][] {
  const sessions = sessionsByDay(rows)
  return weeksOfMonth(month).map((week) =>
    week.map((date) => ({
      date,
      inMonth: date.startsWith(month),
      inPeriod: date >= season.from && date <= season.to,
      verdict: dayVerdict(date, season.calendar),
      sessions: sessions.get(date) ?? [],
    })),
  )
}

/** The month to open with: today's inside the period, else the period's end that is nearer. */
export function firstMonth({ from, to, today }: Pick<Season, 'from' | 'to' | 'today'>): string {
  if (today < from) return from.slice(0, 7)
  return (today > to ? to : today).slice(0, 7)
}

/** Units that wait for a day. */
export function unscheduled(rows: readonly InspectionRow[]): InspectionRow[] {
  return rows.filter(({ state }) => state === 'planned')
}

/** Whether a visit may still be given another half-day. */
export function isMovable({ state }: Pick<InspectionRow, 'state'>): boolean {
  return state === 'planned' || state === 'scheduled' || state === 'announced'
}

/** The half-day to offer on a day: the one asked for, or the other where that one is taken by another visit. */
export function freeHalfDay(asked: HalfDay, sessions: readonly InspectionRow[], inspectionId: string): HalfDay {
  const taken = (half: HalfDay) =>
    sessions.some((session) => session.halfDay === half && session.inspectionId !== inspectionId)
  const other = asked === 'morning' ? 'afternoon' : 'morning'
  return taken(asked) && !taken(other) ? other : asked
}
