import fc from 'fast-check'
import { expect, test } from 'vitest'
import { greatCircleKm, routeKm } from './distance.ts'

const haiPhong = { lat: 20.8449, lon: 106.6881 }
const haiDuong = { lat: 20.9397, lon: 106.3306 }
const place = fc.record({
  lat: fc.double({ min: 20, max: 22, noNaN: true }),
  lon: fc.double({ min: 106, max: 108, noNaN: true }),
})

test('one degree of latitude is some 111.2 km', () => {
  expect(greatCircleKm({ lat: 20, lon: 106 }, { lat: 21, lon: 106 })).toBeCloseTo(111.195, 2)
})

test('is the same both ways, nothing to oneself, and never longer by a detour', () => {
  fc.assert(
    fc.property(place, place, place, (a, b, c) => {
      expect(greatCircleKm(a, b)).toBeCloseTo(greatCircleKm(b, a), 9)
      expect(greatCircleKm(a, a)).toBe(0)
      expect(greatCircleKm(a, c)).toBeLessThanOrEqual(greatCircleKm(a, b) + greatCircleKm(b, c) + 1e-9)
    }),
  )
})

test('a day leads out and back, stretched by the road', () => {
  expect(routeKm(haiPhong, [], 1.3)).toBe(0)
  expect(routeKm(haiPhong, [haiDuong], 1.3)).toBeCloseTo(2 * 1.3 * greatCircleKm(haiPhong, haiDuong), 9)
})
