import type { CalendarDay } from '@cchc/domain/dates/working-days.ts'
import { addWorkingDays } from '@cchc/domain/dates/working-days.ts'
import type { listInspections as contract, InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { readCalendar } from '../calendar/queries.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { inspectionRow, selectInspectionRows } from './rows.ts'

/** Every inspection of the campaign that the viewer may know, in the order of the decision's list. */
export const listInspections: Act<typeof contract> = async (context, { params }) => {
  const { conclusionWorkingDays } = await getSettledCampaign(context.db, params.campaignId)
  return {
    inspections: await campaignRows(context, params.campaignId, await readCalendar(context.db), conclusionWorkingDays),
  }
}

/** The same rows for other acts of this shelf. */
export async function campaignRows(
  { db, viewer, today }: Context,
  campaignId: string,
  calendar: readonly CalendarDay[],
  conclusionWorkingDays: number,
): Promise<InspectionRow[]> {
  const rows = await selectInspectionRows(db, viewer, today)
    .where('inspections.campaignId', '=', campaignId)
    .orderBy('inspections.position')
    .orderBy('units.fullName')
    .orderBy('inspections.inspectionId')
    .execute()
  return rows.map((row) =>
    inspectionRow(
      row,
      calendar,
      row.state === 'visited' && row.visitOn ? addWorkingDays(row.visitOn, conclusionWorkingDays, calendar) : null,
    ),
  )
}
