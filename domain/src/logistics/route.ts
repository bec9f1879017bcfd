import { roundTo } from '../formats/numbers.ts'
import type { HalfDay } from '../inspections/contract.ts'
import { type Place, routeKm } from '../units/distance.ts'
import type { DayRoute } from './contract.ts'

export interface RouteStop {
  readonly teamGroup: number
  readonly halfDay: HalfDay
  readonly name: string
  /** Null where the catalogue has no coordinates. */
  readonly place: Place | null
}

/**
 * The way of each group that day, morning before afternoon, from the office and back. Kilometres are estimated (great circle
 * times the campaign's road factor) and stand for the whole day; null where one place is not known.
 */
export function routesOfDay(office: Place | null, stops: readonly RouteStop[], roadFactor: number): DayRoute[] {
  const groups = [...new Set(stops.map(({ teamGroup }) => teamGroup))].sort((a, b) => a - b)
  return groups.map((teamGroup) => {
    const own = stops.filter((stop) => stop.teamGroup === teamGroup).sort((a, b) => b.halfDay.localeCompare(a.halfDay))
    const places = own.flatMap(({ place }) => (place ? [place] : []))
    const known = office !== null && places.length === own.length
    return {
      teamGroup,
      stops: own.map(({ name }) => name),
      km: known ? roundTo(routeKm(office, places, roadFactor), 1) : null,
    }
  })
}

/** The kilometres of all groups together; null where one of them is not known. */
export function totalKm(routes: readonly DayRoute[]): number | null {
  if (routes.some(({ km }) => km === null)) return null
  return roundTo(
    routes.reduce((sum, { km }) => sum + (km ?? 0), 0),
    1,
  )
}
