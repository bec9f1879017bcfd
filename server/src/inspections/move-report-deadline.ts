import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import type { Context } from '../platform/context.ts'

/** Gives a report another deadline because the calendar changed, and keeps the change with its cause. The caller holds the row. */
export async function moveReportDeadline(
  { db, now, record }: Context,
  inspectionId: string,
  { from, to, cause }: { from: CalendarDate; to: CalendarDate; cause: string },
): Promise<void> {
  await db.updateTable('inspections').set({ reportDueOn: to }).where('inspectionId', '=', inspectionId).execute()
  await db.insertInto('deadlineChanges').values({ inspectionId, at: now, fromDue: from, toDue: to, cause }).execute()
  await record('inspection.deadline', inspectionId, { from, to, cause }, inspectionId)
}
