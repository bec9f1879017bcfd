import type { saveCalendarDay as contract } from '@cchc/domain/calendar/contract.ts'
import { weekday } from '@cchc/domain/dates/calendar-date.ts'
import { calendarDayKindNames } from '@cchc/domain/dates/working-days.ts'
import { formatDate, formatWeekday } from '@cchc/domain/formats/dates.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import { recomputeDeadlines } from '../inspections/recompute-deadlines.ts'
import type { Act } from '../platform/serve.ts'

/** Adds or changes a day off or made-up working day; every deadline that moves with it is recomputed, with the reason kept. */
export const saveCalendarDay: Act<typeof contract> = async (context, { params: { day }, body }) => {
  const { db, record } = context
  const onWeekend = weekday(day) > 5
  const wrongWeekday = body.kind === 'swapWork' ? !onWeekend : body.kind !== 'holiday' && onWeekend
  if (wrongWeekday)
    throw new Refusal('swap-on-wrong-weekday', {
      day: formatDate(day),
      weekday: formatWeekday(day),
      kind: calendarDayKindNames[body.kind],
    })
  const before = await db.selectFrom('calendarDays').selectAll().where('day', '=', day).forUpdate().executeTakeFirst()
  const row = { day, ...body }
  await db
    .insertInto('calendarDays')
    .values(row)
    .onConflict((conflict) => conflict.column('day').doUpdateSet(body))
    .execute()
  await record('calendar.edit', day, { before: before ?? null, after: body })
  return {
    day: row,
    moved: await recomputeDeadlines(
      context,
      `Lịch nghỉ thay đổi: ${formatDate(day)} là ${calendarDayKindNames[body.kind]} (${body.name})`,
    ),
  }
}
