import type { CalendarDate } from '../dates/calendar-date.ts'
import { type CalendarDay, dayVerdict, nthWorkingDayBefore, verdictInWords } from '../dates/working-days.ts'
import { formatDate } from '../formats/dates.ts'
import { Refusal } from '../refusals.ts'

/** What a half-day is judged by. */
export interface SlotQuestion {
  readonly visitOn: CalendarDate
  readonly today: CalendarDate
  readonly periodFrom: CalendarDate
  readonly periodTo: CalendarDate
  readonly leadWorkingDays: number
  readonly calendar: readonly CalendarDay[]
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
  calendar,
}: SlotQuestion): Refusal[] {
  const refusals: Refusal[] = []
  const date = formatDate(visitOn)
  if (visitOn < periodFrom || visitOn > periodTo)
    refusals.push(new Refusal('outside-period', { date, from: formatDate(periodFrom), to: formatDate(periodTo) }))
  const verdict = dayVerdict(visitOn, calendar)
  if (!verdict.working) refusals.push(new Refusal('not-a-working-day', { date, rule: verdictInWords(verdict) }))
  if (visitOn < today) refusals.push(new Refusal('in-the-past', { date, today: formatDate(today) }))
  else {
    const { dueOn } = nthWorkingDayBefore(visitOn, leadWorkingDays, calendar)
    if (dueOn < today)
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
