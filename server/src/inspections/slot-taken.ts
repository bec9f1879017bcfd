import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type HalfDay, halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { Context } from '../platform/context.ts'
import { type InspectionRecord, visibleInspections } from './queries.ts'

/**
 * The refusal for a half-day that already holds another planned visit, with its unit named; null when it is free. The
 * database's constraint has the last word when two planners race. Unannounced visits never count: they would give themselves away.
 */
export async function slotTaken(
  { db, viewer }: Context,
  inspection: InspectionRecord,
  slot: { visitOn: string; halfDay: HalfDay },
): Promise<Refusal | null> {
  const other = await visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select('units.fullName')
    .where('inspections.campaignId', '=', inspection.campaignId)
    .where('inspections.kind', '=', 'planned')
    .where('inspections.state', '<>', 'cancelled')
    .where('inspections.visitOn', '=', slot.visitOn)
    .where('inspections.halfDay', '=', slot.halfDay)
    .where('inspections.teamGroup', '=', inspection.teamGroup)
    .where('inspections.inspectionId', '<>', inspection.inspectionId)
    .executeTakeFirst()
  return other
    ? new Refusal('slot-taken', {
        half: halfDayNames[slot.halfDay],
        date: formatDate(slot.visitOn),
        unit: other.fullName,
      })
    : null
}
