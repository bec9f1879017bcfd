import * as contract from '@cchc/domain/calendar/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { explainDeadlineOf } from './explain-deadline.ts'
import { listCalendarDays } from './list-calendar-days.ts'
import { previewCalendarDays } from './preview-calendar-days.ts'
import { saveCalendarDays } from './save-calendar-days.ts'

export function calendarRoutes(edge: Edge): void {
  serve(edge, contract.listCalendarDays, listCalendarDays)
  serve(edge, contract.previewCalendarDays, previewCalendarDays)
  serve(edge, contract.saveCalendarDays, saveCalendarDays)
  serve(edge, contract.explainDeadlineOf, explainDeadlineOf)
}
