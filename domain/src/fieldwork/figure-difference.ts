import { roundTo } from '../formats/numbers.ts'

/** Verified less reported, in the figure's own unit (percent points for a rate), without the noise of binary fractions; null while either is missing. */
export function figureDifference(reported: number | null, verified: number | null): number | null {
  return reported === null || verified === null ? null : roundTo(verified - reported, 6)
}
