import { busyAt } from '../availability/busy-time.ts'
import { addDays, type CalendarDate, monthOf } from '../dates/calendar-date.ts'
import { addWorkingDays, dayVerdict, nthWorkingDayBefore } from '../dates/working-days.ts'
import type { HalfDay } from '../inspections/contract.ts'
import { partiesThatCanGo } from './parties.ts'
import { type FixedVisit, halfDays, otherHalf, type SchedulingProblem } from './problem.ts'

/** A day on which visits may be put. */
export interface SeasonDay {
  readonly date: CalendarDate
  readonly month: string
  /** How many more visits each half-day takes: groups that can be made up, less the fixed visits. */
  readonly room: Readonly<Record<HalfDay, number>>
  /** Groups that have no fixed visit on the day. */
  readonly freeGroups: number
  /** Fixed visits whose group has its other half-day free. */
  readonly anchors: readonly FixedVisit[]
  /** Whether the report before a visit on this day falls due on a Saturday worked by hoán đổi. */
  readonly dueOnSwappedSaturday: boolean
}

/** Working days of the period on which a report can still be asked for in time, notice and buffer kept; in order. */
export function openDates(problem: SchedulingProblem): CalendarDate[] {
  const { today, periodFrom, periodTo, calendar, leadWorkingDays, noticeWorkingDays, bufferWorkingDays } = problem
  const first = noticeWorkingDays > 0 ? addWorkingDays(today, noticeWorkingDays, calendar) : today
  const dates: CalendarDate[] = []
  for (let date = periodFrom; date <= periodTo; date = addDays(date, 1))
    if (dayVerdict(date, calendar).working) dates.push(date)
  return dates
    .slice(0, Math.max(0, dates.length - bufferWorkingDays))
    .filter((date) => date >= first && nthWorkingDayBefore(date, leadWorkingDays, calendar).dueOn >= today)
}

/** The open dates with the room that the team, its absences and the fixed visits leave on each. */
export function seasonDays(problem: SchedulingProblem): SeasonDay[] {
  const { calendar, leadWorkingDays, fixed, teamGroups } = problem
  const worked = new Set(
    calendar.filter(({ kind, status }) => kind === 'swapWork' && status !== 'proposed').map(({ day }) => day),
  )
  return openDates(problem).map((date) => {
    const here = fixed.filter(({ visitOn }) => visitOn === date)
    const room = Object.fromEntries(
      halfDays.map((half) => {
        const taken = here.filter(({ halfDay }) => halfDay === half).length
        return [half, Math.max(0, partiesOn(problem, date, half) - taken)]
      }),
    ) as Record<HalfDay, number>
    const groups = new Set(here.map(({ group }) => group))
    return {
      date,
      month: monthOf(date),
      room,
      freeGroups: Math.max(0, teamGroups - groups.size),
      anchors: here.filter(
        ({ group, halfDay }) =>
          room[otherHalf(halfDay)] > 0 && here.filter((visit) => visit.group === group).length === 1,
      ),
      dueOnSwappedSaturday: worked.has(nthWorkingDayBefore(date, leadWorkingDays, calendar).dueOn),
    }
  })
}

/** How many visits the team can make at once on a half-day, each with every need present. */
function partiesOn({ seats, needs, teamGroups }: SchedulingProblem, date: CalendarDate, half: HalfDay): number {
  const away = new Set(seats.filter(({ busy }) => busyAt(busy, date, half)).map(({ key }) => key))
  return partiesThatCanGo(
    needs.map(({ seatKeys }) => seatKeys.filter((key) => !away.has(key))),
    teamGroups,
  )
}

/**
 * A month's fair share of the visits on open dates, by its number of them; between two whole numbers. `fixed` of them are
 * fixed visits already.
 */
export interface MonthTally {
  readonly month: string
  readonly least: number
  readonly most: number
  readonly fixed: number
}

/** Shares of the months, in proportion to their open dates. All visits that fall on open dates count, fixed ones too. */
export function monthTallies(problem: SchedulingProblem): MonthTally[] {
  const dates = openDates(problem)
  const open = new Set(dates)
  const fixed = problem.fixed.filter(({ visitOn }) => open.has(visitOn))
  const visits = problem.units.length + fixed.length
  return [...new Set(dates.map(monthOf))].map((month) => {
    const share = (visits * dates.filter((date) => monthOf(date) === month).length) / dates.length
    return {
      month,
      least: Math.floor(share),
      most: Math.ceil(share),
      fixed: fixed.filter(({ visitOn }) => monthOf(visitOn) === month).length,
    }
  })
}
