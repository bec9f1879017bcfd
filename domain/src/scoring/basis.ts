import { z } from 'zod'
import { Points } from './points.ts'
import { ScoredFigure } from './scored-figure.ts'

/** What a criterion's points were worked out from: the figures as they were, the rule, the result. Kept with every score. */
export const Basis = z.object({
  figure: z.string(),
  /** The figure that the rule was applied to; null where a figure is missing. */
  value: z.number().nullable(),
  figures: z.array(ScoredFigure),
  /** Names of the figures that are missing. */
  missing: z.array(z.string()),
  rule: z.string(),
  points: Points.nullable(),
  /** The report and the minutes that the figures stand in, by their versions; null while there is none. */
  reportVersion: z.number().int().nullable(),
  minutesVersion: z.number().int().nullable(),
})
export type Basis = z.infer<typeof Basis>

/** Whether the figures have come to another result since a score was given on them. */
export function isOvertaken(given: Basis | null, now: Basis | null): boolean {
  return given !== null && now !== null && (given.points !== now.points || given.value !== now.value)
}
