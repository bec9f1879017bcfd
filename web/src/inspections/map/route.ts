import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { type Place, routeKm } from '@cchc/domain/units/distance.ts'

/** One group's day: where it goes, in the order of the day, and how far that is by road, estimated. */
export interface DayRoute {
  readonly teamGroup: number
  readonly stops: readonly { readonly row: InspectionRow; readonly place: Place }[]
  readonly km: number
}

/** The days that hold a visit, in order. */
export function visitDays(rows: readonly InspectionRow[]): string[] {
  return [...new Set(rows.filter(stands).map(({ visitOn }) => visitOn!))].sort()
}

/** The routes of a day, one a group; a unit without a place of its own, such as a department, stands at the office. */
export function routesOf(
  day: string,
  rows: readonly InspectionRow[],
  office: Place,
  places: ReadonlyMap<string, Place>,
  roadFactor: number,
): DayRoute[] {
  const visits = rows
    .filter((row) => stands(row) && row.visitOn === day)
    .sort((a, b) => Number(a.halfDay === 'afternoon') - Number(b.halfDay === 'afternoon'))
  return [...Map.groupBy(visits, ({ teamGroup }) => teamGroup)]
    .sort(([a], [b]) => a - b)
    .map(([teamGroup, own]) => {
      const stops = own.map((row) => ({ row, place: places.get(row.unitCode) ?? office }))
      return {
        teamGroup,
        stops,
        km: routeKm(
          office,
          stops.map(({ place }) => place),
          roadFactor,
        ),
      }
    })
}

const stands = ({ visitOn, state }: InspectionRow) => visitOn !== null && state !== 'cancelled'
