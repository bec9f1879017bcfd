import type { listCalendarDays as contract } from '@cchc/domain/calendar/contract.ts'
import type { Act } from '../platform/serve.ts'
import { readCalendar } from './queries.ts'

export const listCalendarDays: Act<typeof contract> = async ({ db }, { query }) => {
  const days = await readCalendar(db)
  return { days: query.year ? days.filter(({ day }) => day.startsWith(`${query.year}-`)) : days }
}
