import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pointLabel, romanNumeral } from './numbering.ts'

test('points follow the Vietnamese alphabet, đ after d and no f, j, w or z', () => {
  const labels = Array.from({ length: 23 }, (_, index) => pointLabel(index + 1))
  expect(labels.join(' ')).toBe('a) b) c) d) đ) e) g) h) i) k) l) m) n) o) p) q) r) s) t) u) v) x) y)')
  expect(pointLabel(24)).toBe('aa)')
})

test.each([
  [1, 'I'],
  [4, 'IV'],
  [6, 'VI'],
  [9, 'IX'],
  [14, 'XIV'],
  [40, 'XL'],
  [99, 'XCIX'],
  [344, 'CCCXLIV'],
])('%i is %s', (n, numeral) => {
  expect(romanNumeral(n)).toBe(numeral)
})

test('no two numbers share a numeral or a point', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 399 }), fc.integer({ min: 1, max: 399 }), (a, b) => {
      expect(romanNumeral(a) === romanNumeral(b)).toBe(a === b)
      expect(pointLabel(a) === pointLabel(b)).toBe(a === b)
    }),
  )
})
