import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import type { Context } from '../platform/context.ts'

/** Gives a conclusion that has not been issued another due date because the calendar changed; one not drafted yet has none to keep. */
export async function moveConclusionDue(
  { db, record }: Context,
  inspectionId: string,
  { from, to, cause }: { from: CalendarDate; to: CalendarDate; cause: string },
): Promise<void> {
  const moved = await db
    .updateTable('conclusions')
    .set({ dueOn: to })
    .where('inspectionId', '=', inspectionId)
    .where('state', 'in', ['drafting', 'under-review'])
    .returning('conclusionId')
    .executeTakeFirst()
  if (moved) await record('conclusion.deadline', moved.conclusionId, { from, to, cause }, inspectionId)
}
