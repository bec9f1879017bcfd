import type { CalendarDay } from '@cchc/domain/dates/working-days.ts'
import type { Db } from '../platform/context.ts'

/** The installation's days off and made-up working days, in date order; what the rules of `domain/dates` take. */
export async function readCalendar(db: Db): Promise<CalendarDay[]> {
  const rows = await db.selectFrom('calendarDays').selectAll().orderBy('day').execute()
  return rows as CalendarDay[]
}
