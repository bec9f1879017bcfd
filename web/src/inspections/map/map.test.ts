import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { greatCircleKm } from '@cchc/domain/units/distance.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apart, type Boundary, boundsOf, middleOf, pathOf, projection } from './geometry.ts'
import { routesOf, visitDays } from './route.ts'
import { panned, viewAfterKey, wholePicture, zoomed } from './viewpoint.ts'

const file = join(import.meta.dirname, '../../../../server/seed/hai-phong-communes.geojson')
const { features } = JSON.parse(readFileSync(file, 'utf8')) as { features: Boundary[] }
const frame = { x: 10, y: 20, width: 400, height: 300 }

describe('the boundaries of the province', () => {
  const { near, far } = apart(features)

  test('the one island far out goes into an inset, and nothing else', () => {
    expect(far.map(({ properties }) => properties.name)).toEqual(['Bạch Long Vĩ'])
    expect(near).toHaveLength(113)
  })

  test('are drawn whole inside their frame, north up and east to the right', () => {
    const project = projection(boundsOf(near), frame)
    for (const boundary of near) {
      const numbers = pathOf(boundary, project)
        .match(/-?[\d.]+/g)!
        .map(Number)
      const xs = numbers.filter((_, place) => place % 2 === 0)
      const ys = numbers.filter((_, place) => place % 2 === 1)
      expect(Math.min(...xs)).toBeGreaterThanOrEqual(frame.x - 0.1)
      expect(Math.max(...xs)).toBeLessThanOrEqual(frame.x + frame.width + 0.1)
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(frame.y - 0.1)
      expect(Math.max(...ys)).toBeLessThanOrEqual(frame.y + frame.height + 0.1)
    }
    const { x, y } = project({ lat: 20.8, lon: 106.6 })
    expect(project({ lat: 20.9, lon: 106.6 }).y).toBeLessThan(y)
    expect(project({ lat: 20.8, lon: 106.7 }).x).toBeGreaterThan(x)
  })

  test('keep their distances: the scale is one all over, within a hundredth', () => {
    const project = projection(boundsOf(near), frame)
    const middles = near.map(middleOf)
    const place = fc.constantFrom(...middles)
    const perKm = (a: (typeof middles)[number], b: (typeof middles)[number]) => {
      const [p, q] = [project(a), project(b)]
      return Math.hypot(p.x - q.x, p.y - q.y) / greatCircleKm(a, b)
    }
    const scale = perKm({ lat: 20.7, lon: 106.5 }, { lat: 21, lon: 106.5 })
    fc.assert(
      fc.property(place, place, (a, b) => {
        fc.pre(greatCircleKm(a, b) > 1)
        expect(Math.abs(perKm(a, b) / scale - 1)).toBeLessThan(0.01)
      }),
    )
  })
})

describe('looking closer', () => {
  const size = { width: 400, height: 300 }
  const point = fc.record({
    x: fc.double({ min: 0, max: 400, noNaN: true }),
    y: fc.double({ min: 0, max: 300, noNaN: true }),
  })

  test('never leaves the picture', () => {
    const keys = fc.array(fc.constantFrom('+', '-', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'), {
      maxLength: 30,
    })
    fc.assert(
      fc.property(keys, point, (pressed, by) => {
        const keyed = pressed.reduce((view, key) => viewAfterKey(view, key, size)!, wholePicture)
        const view = panned(keyed, { x: by.x - 200, y: by.y - 150 }, size)
        expect(view.scale).toBeGreaterThanOrEqual(1)
        for (const [at, span] of [
          [view.x, size.width],
          [view.y, size.height],
        ] as const) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at + span / view.scale).toBeLessThanOrEqual(span + 1e-6)
        }
      }),
    )
  })

  test('keeps what is under the pointer under the pointer', () => {
    fc.assert(
      fc.property(point, (about) => {
        const before = zoomed(wholePicture, 2, { x: 200, y: 150 }, size)
        const after = zoomed(before, 1.5, about, size)
        const onScreen = (view: typeof before) => (about.x - view.x) * view.scale
        const isHeldByAnEdge = after.x === 0 || after.x === size.width - size.width / after.scale
        if (!isHeldByAnEdge) expect(onScreen(after)).toBeCloseTo(onScreen(before), 6)
      }),
    )
  })

  test('0 shows all again, other keys do nothing', () => {
    expect(viewAfterKey({ scale: 4, x: 50, y: 50 }, '0', size)).toEqual(wholePicture)
    expect(viewAfterKey(wholePicture, 'a', size)).toBeNull()
  })
})

describe('the route of a day', () => {
  const row = (unitCode: string, visitOn: string | null, halfDay: 'morning' | 'afternoon', more = {}) =>
    ({ unitCode, unitName: unitCode, visitOn, halfDay, teamGroup: 1, state: 'announced', ...more }) as InspectionRow
  const office = { lat: 20.8449, lon: 106.6881 }
  const places = new Map([
    ['a', { lat: 20.8449, lon: 106.7881 }],
    ['b', { lat: 20.8449, lon: 106.8881 }],
  ])
  const rows = [
    row('b', '2026-09-15', 'afternoon'),
    row('a', '2026-09-15', 'morning'),
    row('31-SXD', '2026-09-16', 'morning'),
    row('a', '2026-09-17', 'morning', { state: 'cancelled' }),
    row('b', null, 'morning'),
  ]

  test('goes from the office through morning and afternoon and back, times the road factor', () => {
    const [route] = routesOf('2026-09-15', rows, office, places, 1.3)
    expect(route?.stops.map(({ row }) => row.unitCode)).toEqual(['a', 'b'])
    expect(route?.km).toBeCloseTo(2 * greatCircleKm(office, places.get('b')!) * 1.3, 3)
  })

  test('a department stands at the office', () => {
    expect(routesOf('2026-09-16', rows, office, places, 1.3)[0]?.km).toBe(0)
  })

  test('each group has its own', () => {
    const split = [row('a', '2026-09-15', 'morning'), row('b', '2026-09-15', 'morning', { teamGroup: 2 })]
    expect(routesOf('2026-09-15', split, office, places, 1).map(({ teamGroup }) => teamGroup)).toEqual([1, 2])
  })

  test('only days with a visit that stands have one', () => {
    expect(visitDays(rows)).toEqual(['2026-09-15', '2026-09-16'])
  })
})
