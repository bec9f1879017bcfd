import type { CalendarDate } from '../dates/calendar-date.ts'
import { addWorkingDays, type CalendarDay } from '../dates/working-days.ts'

/**
 * The due date proposed for a recommendation: the campaign's working days counted from the day on which the notice is due,
 * or from today when that has passed, so that a notice issued in time leaves the unit its whole term. A person may set
 * another. Basis: this product's own; the decision fixes no term.
 */
export function remedyDueDate(
  { today, conclusionDueOn }: { today: CalendarDate; conclusionDueOn: CalendarDate },
  workingDays: number,
  calendar: readonly CalendarDay[],
): CalendarDate {
  return addWorkingDays(conclusionDueOn > today ? conclusionDueOn : today, workingDays, calendar)
}
