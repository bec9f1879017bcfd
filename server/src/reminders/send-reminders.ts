import type { sendReminders as contract } from '@cchc/domain/reminders/contract.ts'
import type { Act } from '../platform/serve.ts'
import { remindToday } from './remind-today.ts'

/** Does by hand what the daily job does, for a machine that was off this morning; what was taken is not repeated. */
export const sendReminders: Act<typeof contract> = async (context) => {
  const done = await remindToday(context)
  if (done.people > 0) await context.record('reminder.send', context.viewer.personId, { ...done })
  return done
}
