import { itemKeyOf, type Outline } from '../outlines/outline.ts'

/** What a rate that units state themselves is a rate of. */
export interface StatedRate {
  readonly partKey: string
  readonly wholeKey: string
}

const comparison = /^\s*rateMatches\(\s*(\w+)\s*,\s*(\w+)\s*,\s*(\w+)\s*,/

/**
 * Rates that are typed, not computed, but that the outline holds against their part and whole by a check; by item key.
 * Basis: QĐ 2251/QĐ-UBND, Phụ lục I, mục II.1, whose rates stand beside the figures they come from.
 */
export function statedRates(outline: Outline): Map<string, StatedRate> {
  return new Map(
    outline.checks.flatMap(({ expression }) => {
      const [, rate, part, whole] = comparison.exec(expression) ?? []
      return rate && part && whole ? [[itemKeyOf(rate), { partKey: itemKeyOf(part), wholeKey: itemKeyOf(whole) }]] : []
    }),
  )
}
