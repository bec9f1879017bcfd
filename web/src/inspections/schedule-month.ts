import { type CalendarDay, type DayVerdict, dayVerdict } from '@cchc/domain/dates/working-days.ts'
import type { HalfDay, InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { addDays, weeksOfMonth } from '../ui/calendar-month.ts'

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
  const dayOf = dayMaker(rows, season, (date) => date.startsWith(month))
  return weeksOfMonth(month).map((week) => week.map(dayOf))
}

/** The seven days from a Monday, as those of a month. */
export function weekOfSchedule(monday: string, rows: readonly InspectionRow[], season: Season): MonthDay[] {
  return Array.from({ length: 7 }, (_, days) => addDays(monday, days)).map(dayMaker(rows, season, () => true))
}

function dayMaker(rows: readonly InspectionRow[], season: Season, inMonth: (date: string) => boolean) {
  const sessions = sessionsByDay(rows)
  return (date: string): MonthDay => ({
    date,
    inMonth: inMonth(date),
    inPeriod: date >= season.from && date <= season.to,
    verdict: dayVerdict(date, season.calendar),
    sessions: sessions.get(date) ?? [],
  })
}

/** The Monday of a date's week. */
export function mondayOf(date: string): string {
  return addDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
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

/** Whether a visit may still be given another half-day; one under way may not. */
export function isMovable({ state, stage }: Pick<InspectionRow, 'state' | 'stage'>): boolean {
  return stage !== 'visiting' && (state === 'planned' || state === 'scheduled' || state === 'announced')
}
