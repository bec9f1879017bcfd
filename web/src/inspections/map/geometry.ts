import { greatCircleKm, type Place } from '@cchc/domain/units/distance.ts'

type Ring = readonly (readonly [number, number])[]

/** One unit's boundaries as the file has them: longitude and latitude, WGS 84. */
export interface Boundary {
  readonly properties: { readonly code: string; readonly name: string; readonly type: string }
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
}

/** The least and greatest longitude and latitude. */
export interface Bounds {
  readonly west: number
  readonly east: number
  readonly south: number
  readonly north: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

function ringsOf({ geometry }: Boundary): Ring[] {
  return geometry.type === 'Polygon' ? [...geometry.coordinates] : geometry.coordinates.flat()
}

export function boundsOf(boundaries: readonly Boundary[]): Bounds {
  let [west, east, south, north] = [180, -180, 90, -90]
  for (const boundary of boundaries)
    for (const ring of ringsOf(boundary))
      for (const [lon, lat] of ring) {
        west = Math.min(west, lon)
        east = Math.max(east, lon)
        south = Math.min(south, lat)
        north = Math.max(north, lat)
      }
  return { west, east, south, north }
}

/** The middle of the bounds: near enough to say how far two units are apart. */
export function middleOf(boundary: Boundary): Place {
  const { west, east, south, north } = boundsOf([boundary])
  return { lat: (south + north) / 2, lon: (west + east) / 2 }
}

/** Units so far from every other that a map of all would be mostly sea; they are drawn in an inset. */
export function apart(boundaries: readonly Boundary[], km = 50): { near: Boundary[]; far: Boundary[] } {
  const middles = boundaries.map(middleOf)
  const isFar = (own: number) =>
    boundaries.length > 1 &&
    middles.every((middle, place) => place === own || greatCircleKm(middles[own]!, middle) > km)
  const far = boundaries.filter((_, place) => isFar(place))
  return { near: boundaries.filter((boundary) => !far.includes(boundary)), far }
}

export interface Frame {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Equirectangular, the parallels shortened by the cosine of the middle latitude: true to shape within a province. North is up;
 * the bounds are fitted into the frame whole and centred.
 */
export function projection(bounds: Bounds, frame: Frame): (place: Place) => Point {
  const shorten = Math.cos((((bounds.south + bounds.north) / 2) * Math.PI) / 180)
  const width = (bounds.east - bounds.west) * shorten
  const height = bounds.north - bounds.south
  const scale = Math.min(frame.width / width, frame.height / height)
  const left = frame.x + (frame.width - width * scale) / 2
  const top = frame.y + (frame.height - height * scale) / 2
  return ({ lat, lon }) => ({
    x: left + (lon - bounds.west) * shorten * scale,
    y: top + (bounds.north - lat) * scale,
  })
}

/** A boundary as the path of an SVG, to a tenth of a unit. */
export function pathOf(boundary: Boundary, project: (place: Place) => Point): string {
  return ringsOf(boundary)
    .map((ring) => {
      const points = ring.map(([lon, lat]) => {
        const { x, y } = project({ lat, lon })
        return `${round(x)} ${round(y)}`
      })
      return `M${points.join('L')}Z`
    })
    .join('')
}

const round = (value: number) => Math.round(value * 10) / 10
