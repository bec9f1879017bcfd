import type { Slot } from '@cchc/domain/inspections/slot.ts'
import { usualPlace } from '@cchc/domain/inspections/usual-place.ts'
import type { UnitView } from '@cchc/domain/units/contract.ts'
import { selectSeats } from '../campaigns/team-views.ts'
import type { InspectionRecord } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'

const usualRoles = ['standing-deputy', 'member', 'secretary']

/** What a visit placed by a proposal still lacks: its place, and a roster where it has none. */
export async function placeAndRoster(context: Context, inspection: InspectionRecord, _slot: Slot) {
  const { db } = context
  const { inspectionId, campaignId, unitCode, place } = inspection
  const { fullName, type } = await db
    .selectFrom('units')
    .select(['fullName', 'type'])
    .where('unitCode', '=', unitCode)
    .executeTakeFirstOrThrow()
  const standing = await db
    .selectFrom('inspectionRoster')
    .select('teamMemberId')
    .where('inspectionId', '=', inspectionId)
    .execute()
  const roster = (
    await selectSeats(db)
      .where('teamMembers.campaignId', '=', campaignId)
      .orderBy('teamMembers.position')
      .execute()
  ).filter(({ role }) => usualRoles.includes(role))
  return {
    place: place ?? usualPlace({ unitName: fullName, unitType: type as UnitView['type'] }),
    ...(standing.length > 0 || roster.length === 0
      ? {}
      : {
          replaceRoster: async () => {
            await db
              .insertInto('inspectionRoster')
              .values(
                roster.map(({ teamMemberId, fieldKeys }, position) => ({
                  inspectionId,
                  teamMemberId,
                  fieldKeys,
                  position,
                })),
              )
              .execute()
          },
        }),
  }
}
