import { changeInWords, effectsKey } from '@cchc/domain/calendar/change.ts'
import type { saveCalendarDays as contract } from '@cchc/domain/calendar/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { sql } from 'kysely'
import { moveConclusionDue } from '../conclusions/move-due-date.ts'
import { moveReportDeadline } from '../inspections/move-report-deadline.ts'
import type { Act } from '../platform/serve.ts'
import { readEffects } from './read-effects.ts'
import { tellOfCalendar } from './tell-of-calendar.ts'

/**
 * Changes the days of one decision together and moves exactly the deadlines that the person agreed to, each with the reason
 * kept; refuses with `calendar-effects-changed` and the new list where it is no longer the one they saw.
 */
export const saveCalendarDays: Act<typeof contract> = async (context, { body: { changes, reason, seen } }) => {
  const { db, record } = context
  // Two people who change the calendar come one after the other; readers do not wait.
  await sql`lock table calendar_days in share row exclusive mode`.execute(db)
  const effects = await readEffects(context, changes, { lock: true })
  if (effectsKey(effects) !== seen) throw new Refusal('calendar-effects-changed', {}, effects)
  for (const { day, before, to } of changes) {
    if (to) {
      await db
        .insertInto('calendarDays')
        .values({ day, ...to })
        .onConflict((conflict) => conflict.column('day').doUpdateSet(to))
        .execute()
    } else await db.deleteFrom('calendarDays').where('day', '=', day).execute()
    await record('calendar.edit', day, { before, after: to, reason })
  }
  const cause = `Lịch nghỉ thay đổi: ${changes.map(changeInWords).join('; ')}. Lý do: ${reason}`
  for (const { inspectionId, what, from, to } of effects.deadlines)
    await (what === 'report' ? moveReportDeadline : moveConclusionDue)(context, inspectionId, { from, to, cause })
  await tellOfCalendar(context, changes, effects)
  return effects
}
