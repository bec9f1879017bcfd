import * as contract from '@cchc/domain/reminders/contract.ts'
import { type Edge, serve } from '../platform/serve.ts'
import { listReminders } from './list-reminders.ts'
import { sendReminders } from './send-reminders.ts'

export function reminderRoutes(edge: Edge): void {
  serve(edge, contract.listReminders, listReminders)
  serve(edge, contract.sendReminders, sendReminders)
}
