import * as contract from '@cchc/domain/calendar/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { explainDeadlineOf } from './explain-deadline.ts'
import { listCalendarDays } from './list-calendar-days.ts'
import { removeCalendarDay } from './remove-calendar-day.ts'
import { saveCalendarDay } from './save-calendar-day.ts'

export function calendarRoutes(edge: Edge): void {
  serve(edge, contract.listCalendarDays, listCalendarDays)
  serve(edge, contract.saveCalendarDay, saveCalendarDay)
  serve(edge, contract.removeCalendarDay, removeCalendarDay)
  serve(edge, contract.explainDeadlineOf, explainDeadlineOf)
}
