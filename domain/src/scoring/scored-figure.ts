import { z } from 'zod'

/** Where a figure that points are worked out from comes from. */
export const FigureOrigin = z.enum(['verified', 'reworked', 'reported'])
export type FigureOrigin = z.infer<typeof FigureOrigin>
export const figureOriginNames: Record<FigureOrigin, string> = {
  verified: 'số xác minh',
  reworked: 'tính lại từ số xác minh',
  reported: 'số báo cáo',
}

/** One figure as points are worked out from it. */
export const ScoredFigure = z.object({
  itemKey: z.string(),
  label: z.string(),
  kind: z.enum(['number', 'percent', 'money']),
  unit: z.string().nullable(),
  value: z.number(),
  origin: FigureOrigin,
  reported: z.number().nullable(),
  verified: z.number().nullable(),
  /** Why the team's figure differs, and whose it is; empty where it verified none. */
  verifiedReason: z.string(),
  verifiedBy: z.string().nullable(),
})
export type ScoredFigure = z.infer<typeof ScoredFigure>
