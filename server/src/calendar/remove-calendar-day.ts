import type { removeCalendarDay as contract } from '@cchc/domain/calendar/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { recomputeDeadlines } from '../inspections/recompute-deadlines.ts'
import type { Act } from '../platform/serve.ts'

/** Takes a day out of the list; every deadline that moves with it is recomputed, with the reason kept. */
export const removeCalendarDay: Act<typeof contract> = async (context, { params: { day } }) => {
  const { db, record } = context
  const row = await db.deleteFrom('calendarDays').where('day', '=', day).returningAll().executeTakeFirst()
  if (!row) throw new Refusal('no-such-calendar-day', { day: formatDate(day) })
  await record('calendar.edit', day, { before: row, after: null })
  return { moved: await recomputeDeadlines(context, `Lịch nghỉ thay đổi: bỏ ${formatDate(day)} (${row.name})`) }
}
