import { z } from 'zod'
import { formatNumber, roundTo } from '../formats/numbers.ts'

/** Decimals that points have at the most; sums over them are exact. */
export const pointDecimals = 2
const mostPoints = 1000

/** Points of one criterion: not negative, with at most two decimals. */
export const Points = z
  .number()
  .min(0, 'điểm không âm')
  .max(mostPoints, `điểm không quá ${mostPoints}`)
  .refine((points) => roundTo(points, pointDecimals) === points, 'điểm có tối đa hai chữ số sau dấu phẩy')

/** Points added up in hundredths, so that 0.1 + 0.2 is 0.3. */
export function sumPoints(all: readonly number[]): number {
  const hundredths = all.reduce((sum, points) => sum + Math.round(points * 100), 0)
  return roundTo(hundredths / 100, pointDecimals)
}

/** "12,5"; an em dash where there are none. */
export function formatPoints(points: number | null): string {
  return points === null ? '—' : formatNumber(points, pointDecimals)
}
