import { proposeRoster, type RosterChoice, rosterGaps } from '@cchc/domain/inspections/roster.ts'
import type { Slot } from '@cchc/domain/inspections/slot.ts'
import { usualPlace } from '@cchc/domain/inspections/usual-place.ts'
import type { UnitView } from '@cchc/domain/units/contract.ts'
import type { InspectionRecord } from '../inspections/queries.ts'
import { rosterQuestion } from '../inspections/roster-facts.ts'
import type { Context, Db } from '../platform/context.ts'

interface PlaceAndRoster {
  readonly place: string
  readonly replaceRoster?: () => Promise<void>
}

/**
 * Where a visit that a proposal places is held and who goes: its own place and roster where they serve, else the unit's seat
 * and the roster that the team's rules propose for the half-day.
 */
export async function placeAndRoster(
  context: Context,
  inspection: InspectionRecord,
  slot: Slot,
): Promise<PlaceAndRoster> {
  const { db } = context
  const { inspectionId, unitCode } = inspection
  const unit = await db
    .selectFrom('units')
    .select(['fullName', 'type'])
    .where('unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
  const place = inspection.place ?? usualPlace({ unitName: unit.fullName, unitType: unit.type as UnitView['type'] })
  const question = await rosterQuestion(context, inspection, slot)
  const stands = await db
    .selectFrom('inspectionRoster')
    .select(['teamMemberId', 'fieldKeys'])
    .where('inspectionId', '=', inspectionId)
    .orderBy('position')
    .execute()
  if (stands.length > 0 && rosterGaps(question, stands).length === 0) return { place }
  const proposed = proposeRoster(question)
  if (stands.length > 0 && rosterGaps(question, proposed).length >= rosterGaps(question, stands).length)
    return { place }
  return { place, replaceRoster: () => putRoster(db, inspectionId, proposed) }
}

async function putRoster(db: Db, inspectionId: string, roster: readonly RosterChoice[]): Promise<void> {
  await db.deleteFrom('inspectionRoster').where('inspectionId', '=', inspectionId).execute()
  if (roster.length === 0) return
  await db
    .insertInto('inspectionRoster')
    .values(
      roster.map(({ teamMemberId, fieldKeys }, position) => ({
        inspectionId,
        teamMemberId,
        fieldKeys: [...fieldKeys],
        position,
      })),
    )
    .execute()
}
