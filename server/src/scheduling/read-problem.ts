import type { CalendarDate } from '@cchc/domain/dates/calendar-date.ts'
import type { HalfDay } from '@cchc/domain/inspections/contract.ts'
import { Refusal } from '@cchc/domain/refusals.ts'
import type { ScheduleAsk } from '@cchc/domain/scheduling/contract.ts'
import type { PlannedSlot, SchedulingProblem, UnitToPlace } from '@cchc/domain/scheduling/problem.ts'
import type { Place } from '@cchc/domain/units/distance.ts'
import { readBusyUnits } from '../availability/queries.ts'
import { readCalendar } from '../calendar/queries.ts'
import { campaignStateNames, getSettledCampaign, type SettledCampaign } from '../campaigns/queries.ts'
import { visibleInspections } from '../inspections/queries.ts'
import type { Context } from '../platform/context.ts'
import { readNeeds } from './read-needs.ts'
import { ownVisits } from './read-own-visits.ts'

/** A visit as the scheduler finds it. */
export interface VisitToSchedule {
  readonly inspectionId: string
  readonly unitCode: string
  readonly unitName: string
  readonly revision: number
  readonly state: string
  readonly standsOn: { readonly visitOn: CalendarDate; readonly halfDay: HalfDay; readonly group: number } | null
}

export interface ReadProblem {
  readonly campaign: SettledCampaign
  readonly problem: SchedulingProblem
  /** Every planned visit that has not been cancelled. */
  readonly visits: readonly VisitToSchedule[]
  /** Where the visits to be placed stand now. */
  readonly current: readonly PlannedSlot[]
  readonly remarks: readonly string[]
}

const movable = ['planned', 'scheduled']

/**
 * Reads all that a season is scheduled from. Unannounced inspections play no part in it, not even for those who know of them:
 * a proposal is seen by others. Refuses with `wrong-state` unless the campaign runs.
 */
export async function readProblem(context: Context, campaignId: string, ask: ScheduleAsk): Promise<ReadProblem> {
  const { db, today } = context
  const campaign = await getSettledCampaign(db, campaignId)
  if (campaign.state !== 'running')
    throw new Refusal('wrong-state', {
      act: 'xếp lịch tự động',
      what: 'đợt kiểm tra',
      state: campaignStateNames[campaign.state] ?? campaign.state,
      way: 'Chỉ đợt đang chạy mới xếp lịch được.',
    })
  const { periodFrom, periodTo, leadWorkingDays, scheduling } = campaign
  const rows = await plannedRows(context, campaignId)
  const { office, remarks } = placesOf(context, rows)
  const own = await ownVisits(context, periodFrom, periodTo)
  const busyUnits = await readBusyUnits(
    db,
    rows.map(({ unitCode }) => unitCode),
    periodFrom,
    periodTo,
  )
  const { seats, needs, remarks: ofTeam } = await readNeeds(context, campaign, own)
  const unitOf = (row: Row): UnitToPlace => ({
    code: row.unitCode,
    name: row.unitName,
    position: row.position,
    place: placeOf(row, office),
    busy: [...(busyUnits.get(row.unitCode) ?? []), ...(own.byUnit.get(row.unitCode) ?? [])],
  })
  const pinned = new Set(ask.pinned)
  // A pinned visit without a half-day has none to keep: it is left for another time.
  const isFree = ({ state, inspectionId }: Row) => movable.includes(state) && !pinned.has(inspectionId)
  const free = rows.filter(isFree)
  return {
    campaign,
    problem: {
      today,
      periodFrom,
      periodTo,
      calendar: await readCalendar(db),
      leadWorkingDays,
      noticeWorkingDays: scheduling.noticeWorkingDays,
      bufferWorkingDays: scheduling.bufferWorkingDays,
      teamGroups: scheduling.teamGroups,
      roadFactor: scheduling.roadFactor,
      office,
      weights: ask.weights,
      units: free.map(unitOf),
      fixed: rows.flatMap((row) =>
        isFree(row) || row.visitOn === null
          ? []
          : [
              {
                code: row.unitCode,
                name: row.unitName,
                place: placeOf(row, office),
                visitOn: row.visitOn,
                halfDay: row.halfDay as HalfDay,
                group: row.teamGroup,
                pinned: movable.includes(row.state) ? unitOf(row) : null,
              },
            ],
      ),
      seats,
      needs,
    },
    visits: rows.map((row) => ({
      inspectionId: row.inspectionId,
      unitCode: row.unitCode,
      unitName: row.unitName,
      revision: row.revision,
      state: row.state,
      standsOn: slotOf(row),
    })),
    current: free.flatMap((row) => {
      const slot = slotOf(row)
      return slot ? [{ code: row.unitCode, ...slot }] : []
    }),
    remarks: [...remarks, ...ofTeam],
  }
}

function plannedRows({ db, viewer }: Context, campaignId: string) {
  return visibleInspections(db, viewer)
    .innerJoin('units', 'units.unitCode', 'inspections.unitCode')
    .select([
      'inspections.inspectionId',
      'inspections.unitCode',
      'units.fullName as unitName',
      'units.type',
      'units.lat',
      'units.lon',
      'inspections.state',
      'inspections.visitOn',
      'inspections.halfDay',
      'inspections.teamGroup',
      'inspections.position',
      'inspections.revision',
    ])
    .where('inspections.campaignId', '=', campaignId)
    .where('inspections.kind', '=', 'planned')
    .where('inspections.state', '<>', 'cancelled')
    .orderBy('inspections.position')
    .orderBy('inspections.unitCode')
    .execute()
}
type Row = Awaited<ReturnType<typeof plannedRows>>[number]

function slotOf({ visitOn, halfDay, teamGroup }: Row): VisitToSchedule['standsOn'] {
  return visitOn === null ? null : { visitOn, halfDay: halfDay as HalfDay, group: teamGroup }
}

/** Departments stand at the office; so does a commune whose place nobody has entered. */
function placeOf({ type, lat, lon }: Row, office: Place): Place {
  return type === 'department' || lat === null || lon === null ? office : { lat, lon }
}

/** The office, else the middle of the units, with what is not known in words. */
function placesOf({ settings }: Context, rows: readonly Row[]): { office: Place; remarks: string[] } {
  const { officeLat, officeLon } = settings
  const communes = rows.filter(({ type }) => type !== 'department')
  const placed = communes.flatMap(({ lat, lon }) => (lat === null || lon === null ? [] : [{ lat, lon }]))
  const lost = communes.filter(({ lat, lon }) => lat === null || lon === null).map(({ unitName }) => unitName)
  const remarks = lost.length > 0 ? [`Chưa có tọa độ của ${lost.join(', ')}; quãng đường tính như ở trụ sở.`] : []
  if (officeLat !== null && officeLon !== null) return { office: { lat: officeLat, lon: officeLon }, remarks }
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  return {
    office: { lat: mean(placed.map(({ lat }) => lat)), lon: mean(placed.map(({ lon }) => lon)) },
    remarks: ['Chưa có tọa độ trụ sở; quãng đường tính từ giữa các đơn vị.', ...remarks],
  }
}
