import { addDays, type CalendarDate } from '../dates/calendar-date.ts'
import type { BusyTime } from './busy-time.ts'

type Days = Pick<BusyTime, 'from' | 'to' | 'halfDay'>

/** An occurrence of a calendar's event on the clocks of Vietnam (Asia/Ho_Chi_Minh). */
export type Occurrence =
  /** Whole days; the last is included. */
  | { readonly wholeDays: true; readonly from: CalendarDate; readonly to: CalendarDate }
  /** "2026-09-03T08:30"; the end is not included. */
  | { readonly wholeDays: false; readonly start: string; readonly end: string }

const noon = '12:00'

/**
 * The half-days that an occurrence falls into, as busy times: what touches the time before noon takes the morning, what touches
 * the time after it the afternoon; whole days in a row are one. An event without length takes the half-day it stands in.
 */
export function eventDays(occurrence: Occurrence): Days[] {
  if (occurrence.wholeDays) return [{ from: occurrence.from, to: occurrence.to, halfDay: null }]
  const { start, end } = occurrence
  const first = start.slice(0, 10)
  const days: Days[] = []
  for (let day = first; day === first || `${day}T00:00` < end; day = addDays(day, 1)) {
    const middle = `${day}T${noon}`
    const isPoint = end <= start
    const morning = isPoint ? start < middle : start < middle && end > `${day}T00:00`
    const afternoon = isPoint ? start >= middle : end > middle && start < `${addDays(day, 1)}T00:00`
    if (morning || afternoon)
      days.push({ from: day, to: day, halfDay: morning && afternoon ? null : morning ? 'morning' : 'afternoon' })
  }
  return joinedDays(days)
}

/** Sorted, each half-day once, two halves of a day and whole days in a row joined. */
export function joinedDays(days: readonly Days[]): Days[] {
  const halves = new Map<CalendarDate, Set<'morning' | 'afternoon'>>()
  for (const { from, to, halfDay } of days)
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const taken = halves.get(day) ?? new Set()
      if (halfDay !== 'afternoon') taken.add('morning')
      if (halfDay !== 'morning') taken.add('afternoon')
      halves.set(day, taken)
    }
  const joined: Days[] = []
  for (const [day, taken] of [...halves].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = joined.at(-1)
    if (taken.size === 2 && last && last.halfDay === null && addDays(last.to, 1) === day)
      joined[joined.length - 1] = { ...last, to: day }
    else
      joined.push({
        from: day,
        to: day,
        halfDay: taken.size === 2 ? null : taken.has('morning') ? 'morning' : 'afternoon',
      })
  }
  return joined
}

/** The part of the days that lies in a period, both ends included. */
export function withinPeriod(days: readonly Days[], period: { from: CalendarDate; to: CalendarDate }): Days[] {
  return days.flatMap(({ from, to, halfDay }) => {
    const cut = { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to, halfDay }
    return cut.from <= cut.to ? [cut] : []
  })
}
