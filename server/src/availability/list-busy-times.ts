import { holds, worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import type {
  listOwnBusyTimes as ownContract,
  listTeamBusyTimes as teamContract,
} from '@cchc/domain/availability/contract.ts'
import { getSettledCampaign } from '../campaigns/queries.ts'
import { readSeats } from '../campaigns/team-views.ts'
import type { Context } from '../platform/context.ts'
import type { Act } from '../platform/serve.ts'
import { type BusyTimeRecord, busyTimeView, selectBusyTimes } from './busy-times.ts'

/** The viewer's own busy times, or those of the inspected unit that they work for. */
export const listOwnBusyTimes: Act<typeof ownContract> = async (context) => {
  const { db, viewer } = context
  if (!worksForInspectedUnit(viewer)) {
    const rows = await selectBusyTimes(db).where('personId', '=', viewer.personId).execute()
    const { personId, fullName, post } = viewer
    return { person: { personId, fullName, post, times: viewsOf(context, rows) }, unit: null }
  }
  const unit = await db
    .selectFrom('units')
    .select(['unitCode', 'fullName as unitName'])
    .where('unitCode', '=', viewer.unitCode ?? '-')
    .executeTakeFirst()
  if (!unit) return { person: null, unit: null }
  const rows = await selectBusyTimes(db).where('unitCode', '=', unit.unitCode).execute()
  return { person: null, unit: { ...unit, times: viewsOf(context, rows) } }
}

/**
 * Busy times of everybody with a seat in the team and of the campaign's units, within its period. It is made of busy times
 * alone: where anybody is on a visit plays no part in it, so that it can tell of none.
 */
export const listTeamBusyTimes: Act<typeof teamContract> = async (context, { params }) => {
  const { db, viewer } = context
  const { periodFrom, periodTo } = await getSettledCampaign(db, params.campaignId)
  const seats = await readSeats(db, params.campaignId)
  const units = await db
    .selectFrom('campaignUnits')
    .innerJoin('units', 'units.unitCode', 'campaignUnits.unitCode')
    .select(['units.unitCode', 'units.fullName as unitName'])
    .where('campaignUnits.campaignId', '=', params.campaignId)
    .orderBy('campaignUnits.position')
    .execute()
  const rows = await selectBusyTimes(db).where('fromOn', '<=', periodTo).where('toOn', '>=', periodFrom).execute()
  return {
    mayManage: holds(viewer, 'busy-time.manage'),
    people: seats.flatMap(({ personId, fullName, post }) =>
      personId === null
        ? []
        : [
            {
              personId,
              fullName: fullName ?? post,
              post,
              times: viewsOf(
                context,
                rows.filter((row) => row.personId === personId),
              ),
            },
          ],
    ),
    units: units.map((unit) => ({
      ...unit,
      times: viewsOf(
        context,
        rows.filter((row) => row.unitCode === unit.unitCode),
      ),
    })),
  }
}

const viewsOf = ({ viewer }: Context, rows: readonly BusyTimeRecord[]) => rows.map((row) => busyTimeView(viewer, row))
