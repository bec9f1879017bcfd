import type { MovedDeadline } from '@cchc/domain/calendar/contract.ts'
import { nthWorkingDayBefore } from '@cchc/domain/dates/working-days.ts'
import type { z } from 'zod'
import { readCalendar } from '../calendar/queries.ts'
import type { Context } from '../platform/context.ts'
import { visibleInspections } from './queries.ts'

/**
 * Computes every report deadline that still lies ahead anew and keeps each change with its cause. A report already sent
 * keeps the deadline it was judged by. Basis: QĐ 2251/QĐ-UBND, mục IV.3.
 */
export async function recomputeDeadlines(context: Context, cause: string): Promise<z.infer<typeof MovedDeadline>[]> {
  const { db, viewer, now } = context
  const calendar = await readCalendar(db)
  const ahead = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .leftJoin('selfReports', 'selfReports.inspectionId', 'inspections.inspectionId')
    .select(['inspections.inspectionId', 'units.fullName as unitName', 'visitOn', 'leadWorkingDays', 'reportDueOn'])
    .where('inspections.state', 'in', ['scheduled', 'announced'])
    .where('visitOn', 'is not', null)
    .where('selfReports.sentAt', 'is', null)
    .forUpdate('inspections')
    .execute()
  const moved = ahead
    .map((row) => ({
      inspectionId: row.inspectionId,
      unitName: row.unitName,
      from: row.reportDueOn,
      to: nthWorkingDayBefore(row.visitOn!, row.leadWorkingDays, calendar).dueOn,
      cause,
    }))
    .filter(({ from, to }) => from !== to)
  for (const { inspectionId, from, to } of moved) {
    await db.updateTable('inspections').set({ reportDueOn: to }).where('inspectionId', '=', inspectionId).execute()
    await db.insertInto('deadlineChanges').values({ inspectionId, at: now, fromDue: from, toDue: to, cause }).execute()
    await context.record('inspection.deadline', inspectionId, { from, to, cause }, inspectionId)
  }
  return moved
}
