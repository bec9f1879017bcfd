import { roundTo } from '../formats/numbers.ts'
import { type AnswerValue, itemKeyOf, type Outline } from './outline.ts'

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

/** A stated rate beside the one that its part and whole make. Percent points, two decimals. */
export interface ComputedRate extends StatedRate {
  readonly computed: number
  /** Stated less computed, in percentage points; null while nothing is stated. */
  readonly difference: number | null
}

/** Of every stated rate whose part and whole are known, what they make; by item key. Nothing out of nothing makes none. */
export function computedRates(outline: Outline, values: ReadonlyMap<string, AnswerValue>): Map<string, ComputedRate> {
  return new Map(
    [...statedRates(outline)].flatMap(([itemKey, rate]) => {
      const [stated, part, whole] = [itemKey, rate.partKey, rate.wholeKey].map((key) => values.get(key))
      if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return []
      const computed = roundTo((100 * part) / whole, 2)
      const difference = typeof stated === 'number' ? roundTo(stated - (100 * part) / whole, 2) : null
      return [[itemKey, { ...rate, computed, difference }] as const]
    }),
  )
}
