/** A point of WGS 84, in degrees. */
export interface Place {
  readonly lat: number
  readonly lon: number
}

const earthRadiusKm = 6371.0088
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres along the great circle between two places (haversine; the earth taken as a sphere, off by 0.5 % at the most). */
export function greatCircleKm(a: Place, b: Place): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const h = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lon, b.lon)
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Road kilometres of a day: from the office through the stops in their order and back, each leg a great circle times the road factor. */
export function routeKm(office: Place, stops: readonly Place[], roadFactor: number): number {
  const points = [office, ...stops, office]
  return points.slice(1).reduce((sum, point, index) => sum + greatCircleKm(points[index]!, point), 0) * roadFactor
}
