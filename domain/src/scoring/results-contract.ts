import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { CampaignParams, Id, Instant } from '../shapes.ts'
import { Basis } from './basis.ts'
import { audiences, ScoringSheet, SheetKey } from './sheet.ts'
import { scoringStates } from './states.ts'

/**
 * Results of a campaign's scoring for the PAR index and the assessment of heads. A unit has points here once its points have
 * been agreed, and none before. `ScoringExport` is the shape that other programs read; the workbook and the screen are drawn
 * from it. A change that would break a reader gives it another `formatVersion`.
 */

/** Who gave points, when, and why. */
export const GivenPoints = z.object({
  points: z.number().nullable(),
  /** The chosen answer's words, where the criterion is a choice. */
  choice: z.string().nullable(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
  /** What they were worked out from: figures with reported and verified value, report and minutes version, rule, result. */
  basis: Basis.nullable(),
})
export type GivenPoints = z.infer<typeof GivenPoints>

export const ExportedPoint = z.object({
  criterionKey: SheetKey,
  groupKey: SheetKey,
  label: z.string(),
  maximum: z.number(),
  /** The criterion's rule in words. */
  rule: z.string(),
  /** The points that stand. */
  points: z.number(),
  agreed: GivenPoints,
  team: GivenPoints.nullable(),
  self: GivenPoints.nullable(),
  explanation: z.object({ text: z.string(), by: z.string(), at: Instant }).nullable(),
})
export type ExportedPoint = z.infer<typeof ExportedPoint>

/** Place among the agreed units of the same kind and the same sheet; equal totals share it. */
export const Rank = z.object({ place: z.number().int(), tied: z.number().int(), of: z.number().int() })
export type Rank = z.infer<typeof Rank>

export const ExportedUnit = z.object({
  inspectionId: Id,
  unitCode: z.string(),
  unitName: z.string(),
  audience: z.enum(audiences),
  sheetId: Id,
  state: z.enum(scoringStates),
  /** Empty, and no total and no rank, before the points are agreed. */
  points: z.array(ExportedPoint),
  byGroup: z.array(z.object({ groupKey: SheetKey, points: z.number(), maximum: z.number() })),
  total: z.number().nullable(),
  maximum: z.number(),
  rank: Rank.nullable(),
  agreedBy: z.string().nullable(),
  agreedAt: Instant.nullable(),
})
export type ExportedUnit = z.infer<typeof ExportedUnit>

export const ScoringExport = z.object({
  format: z.literal('kiem-tra-cchc/scoring-results'),
  formatVersion: z.literal(1),
  illustrative: z.boolean(),
  campaign: z.object({ campaignId: Id, name: z.string(), year: z.number().int(), decision: z.string() }),
  madeAt: Instant,
  /** How many of the campaign's units have agreed points. */
  completeness: z.object({ agreed: z.number().int(), units: z.number().int(), sentence: z.string() }),
  sheets: z.array(z.object({ sheetId: Id, version: z.number().int(), content: ScoringSheet })),
  units: z.array(ExportedUnit),
})
export type ScoringExport = z.infer<typeof ScoringExport>

/** The same without provenance, for the screen. */
export const ScoringResults = ScoringExport.extend({
  units: z.array(
    ExportedUnit.omit({ points: true }).extend({
      points: z.array(ExportedPoint.pick({ criterionKey: true, points: true })),
    }),
  ),
})
export type ScoringResults = z.infer<typeof ScoringResults>

export const getScoringResults = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/scoring-results',
  access: 'scoring.results',
  summary: 'Agreed points by unit and criterion, with totals, ranks and how complete they are',
  params: CampaignParams,
  reply: ScoringResults,
})
export const exportScoringResults = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/scoring-results/export',
  access: 'scoring.results',
  summary: 'Results as JSON for the PAR index and the assessment of heads, with the provenance of every point',
  params: CampaignParams,
  reply: ScoringExport,
})
export const downloadScoringResults = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/scoring-results/file',
  access: 'scoring.results',
  summary: 'The same as .xlsx: totals, points by criterion, and the provenance of every point',
  params: CampaignParams,
  reply: { bytes: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
})
