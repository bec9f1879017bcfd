import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointsForFigure, roundPoints, wayInWords } from './give-points.ts'
import { sumPoints } from './points.ts'
import type { Band, FigureWay, Rounding } from './sheet.ts'

const bands: FigureWay = {
  kind: 'bands',
  figure: 'a.b',
  bands: [
    { from: null, points: 0 },
    { from: 80, points: 1.5 },
    { from: 95, points: 3 },
  ],
}
const line = (
  zeroAt: number,
  fullAt: number,
  rounding: Rounding = { decimals: 2, direction: 'nearest' },
): FigureWay => ({
  kind: 'linear',
  figure: 'a.b',
  zeroAt,
  fullAt,
  rounding,
})

test.each([
  ['below the first bound', bands, 3, 79.99, 0],
  ['a bound belongs to its band', bands, 3, 80, 1.5],
  ['between bounds', bands, 3, 94.99, 1.5],
  ['the highest', bands, 3, 95, 3],
  ['far above', bands, 3, 1e9, 3],
  ['far below', bands, 3, -1e9, 0],
  ['a line, its middle', line(0, 100), 3, 50, 1.5],
  ['a line, under its beginning', line(50, 100), 3, 10, 0],
  ['a line, over its end', line(50, 100), 3, 140, 3],
  ['fewer is better', line(20, 0), 2, 5, 1.5],
  ['fewer is better, none at all', line(20, 0), 2, 25, 0],
  ['a third, to two decimals', line(0, 3), 1, 1, 0.33],
  ['a third, up', line(0, 3, { decimals: 2, direction: 'up' }), 1, 1, 0.34],
  ['two thirds, down', line(0, 3, { decimals: 1, direction: 'down' }), 1, 2, 0.6],
  ['up never goes over the maximum', line(0, 100, { decimals: 0, direction: 'up' }), 2.5, 99, 2.5],
  ['nearest never goes over the maximum', line(0, 100, { decimals: 0, direction: 'nearest' }), 2.5, 100, 2.5],
  ['no number gives no points', bands, 3, Number.NaN, null],
] as const)('%s', (_, way, maximum, figure, points) => {
  expect(pointsForFigure(way, maximum, figure)).toBe(points)
})

test.each([
  [0.29 * 100, { decimals: 0, direction: 'down' }, 29],
  [1.005, { decimals: 2, direction: 'nearest' }, 1.01],
  [0.1 + 0.2, { decimals: 1, direction: 'up' }, 0.3],
  [2.401, { decimals: 1, direction: 'up' }, 2.5],
  [2.499, { decimals: 1, direction: 'down' }, 2.4],
] as const)('%d is rounded %o to %d', (points, rounding, rounded) => {
  expect(roundPoints(points, rounding)).toBe(rounded)
})

test('a rule says in words what it does', () => {
  expect(wayInWords({ way: bands, maximum: 3 })).toBe('dưới 80: 0; từ 80 đến dưới 95: 1,5; từ 95: 3')
  expect(wayInWords({ way: line(50, 100), maximum: 3 })).toBe(
    '0 điểm tại 50; 3 điểm tại 100; làm tròn gần nhất đến 2 chữ số sau dấu phẩy',
  )
})

const rounding = fc.record({
  decimals: fc.constantFrom(0 as const, 1 as const, 2 as const),
  direction: fc.constantFrom('nearest' as const, 'down' as const, 'up' as const),
})
const hundredths = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((whole) => whole / 100)
const figure = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
const anyLine = fc
  .record({ zeroAt: fc.integer({ min: -500, max: 500 }), fullAt: fc.integer({ min: -500, max: 500 }), rounding })
  .map(({ zeroAt, fullAt, rounding: way }) => line(zeroAt, fullAt, way))
const anyBands = fc
  .record({
    bounds: fc.uniqueArray(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 6 }),
    points: fc.array(hundredths(10), { minLength: 7, maxLength: 7 }),
  })
  .map(({ bounds, points }): FigureWay => {
    const all: Band[] = [null, ...bounds.toSorted((a, b) => a - b)].map((from, at) => ({ from, points: points[at]! }))
    return { kind: 'bands', figure: 'a.b', bands: all }
  })

describe('whatever the figure', () => {
  test('points are never below 0, never above the maximum, and have at most two decimals', () => {
    fc.assert(
      fc.property(fc.oneof(anyLine, anyBands), hundredths(10), figure, (way, maximum, value) => {
        const points = pointsForFigure(way, maximum, value)!
        return points >= 0 && points <= maximum && Math.abs(points * 100 - Math.round(points * 100)) < 1e-9
      }),
    )
  })

  test('a line never turns back: more of what counts gives no fewer points', () => {
    fc.assert(
      fc.property(anyLine, hundredths(10), figure, figure, (way, maximum, a, b) => {
        if (way.kind !== 'linear') return true
        const towards = Math.sign(way.fullAt - way.zeroAt)
        const [less, more] = (a - b) * towards <= 0 ? [a, b] : [b, a]
        return pointsForFigure(way, maximum, less)! <= pointsForFigure(way, maximum, more)!
      }),
    )
  })

  test('bands whose points rise never give fewer points for more', () => {
    fc.assert(
      fc.property(anyBands, figure, figure, (way, a, b) => {
        if (way.kind !== 'bands') return true
        const rising = way.bands.map(({ points }) => points).toSorted((x, y) => x - y)
        const sorted: FigureWay = { ...way, bands: way.bands.map((band, at) => ({ ...band, points: rising[at]! })) }
        return pointsForFigure(sorted, 10, Math.min(a, b))! <= pointsForFigure(sorted, 10, Math.max(a, b))!
      }),
    )
  })

  test('rounding moves by less than one step, in its direction', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), rounding, (points, way) => {
        const moved = roundPoints(points, way) - points
        const step = 10 ** -way.decimals
        const noise = 1e-8
        if (way.direction === 'up') return moved > -noise && moved < step + noise
        if (way.direction === 'down') return moved < noise && moved > -step - noise
        return Math.abs(moved) <= step / 2 + noise
      }),
    )
  })
})

test('sums are exact and do not depend on order or grouping', () => {
  expect(sumPoints([0.1, 0.2, 0.3])).toBe(0.6)
  fc.assert(
    fc.property(fc.array(hundredths(100)), fc.nat(), (all, cut) => {
      const at = all.length === 0 ? 0 : cut % all.length
      const whole = sumPoints(all)
      return (
        whole === sumPoints(all.toReversed()) &&
        whole === sumPoints([sumPoints(all.slice(0, at)), sumPoints(all.slice(at))]) &&
        Math.round(whole * 100) === all.reduce((sum, one) => sum + Math.round(one * 100), 0)
      )
    }),
  )
})
