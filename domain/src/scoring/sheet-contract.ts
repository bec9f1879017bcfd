import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Outline, UnitKind } from '../outlines/outline.ts'
import { CampaignParams, Done, Id, Instant, Revision } from '../shapes.ts'
import { ScoredFigure } from './scored-figure.ts'
import { ScoringSheet } from './sheet.ts'

/** Scoring sheets of a campaign: drafts, the one in force, those it replaced. A campaign without one is not scored at all. */

export const sheetStates = ['draft', 'published', 'replaced'] as const
export type SheetState = (typeof sheetStates)[number]
export const sheetStateNames: Record<SheetState, string> = {
  draft: 'Bản soạn',
  published: 'Đang dùng',
  replaced: 'Đã thay',
}

export const SheetVersion = z.object({
  sheetId: Id,
  campaignId: Id,
  campaignName: z.string(),
  version: z.number().int(),
  state: z.enum(sheetStates),
  title: z.string(),
  criterionCount: z.number().int(),
  revision: Revision,
  savedBy: z.string().nullable(),
  savedAt: Instant,
  publishedBy: z.string().nullable(),
  publishedAt: Instant.nullable(),
  /** Units that are scored by this very version. */
  unitsScored: z.number().int(),
})
export type SheetVersion = z.infer<typeof SheetVersion>

export const SheetView = z.object({
  version: SheetVersion,
  sheet: ScoringSheet,
  /** The outline whose items criteria read. */
  outline: Outline,
  fields: z.array(z.object({ fieldKey: z.string(), name: z.string() })),
})
export type SheetView = z.infer<typeof SheetView>

const SheetParams = z.object({ sheetId: Id })

export const listSheets = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/scoring-sheets',
  access: 'scoring.edit-sheet',
  summary: 'Versions of a campaign’s scoring sheet, newest first, and those of other campaigns that one may copy',
  params: CampaignParams,
  reply: z.object({ sheets: z.array(SheetVersion), others: z.array(SheetVersion) }),
})
export const createSheet = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/scoring-sheets',
  access: 'scoring.edit-sheet',
  summary: 'Begin a draft, empty or copied from a published sheet of this or another campaign',
  params: CampaignParams,
  body: z.object({ from: Id.nullable() }),
  reply: SheetView,
})
export const getSheet = endpoint({
  method: 'GET',
  path: '/scoring-sheets/:sheetId',
  access: 'scoring.edit-sheet',
  summary: 'One version of a scoring sheet with the outline that its criteria read',
  params: SheetParams,
  reply: SheetView,
})
export const saveSheet = endpoint({
  method: 'PUT',
  path: '/scoring-sheets/:sheetId',
  access: 'scoring.edit-sheet',
  summary: 'Keep a draft as it stands in the editor',
  params: SheetParams,
  body: z.object({ revision: Revision, sheet: ScoringSheet }),
  reply: SheetView,
})
export const publishSheet = endpoint({
  method: 'POST',
  path: '/scoring-sheets/:sheetId/publish',
  access: 'scoring.edit-sheet',
  summary: 'Put a draft in force for units not yet scored; from then on it never changes',
  params: SheetParams,
  body: z.object({ revision: Revision }),
  reply: SheetView,
})
export const deleteSheet = endpoint({
  method: 'DELETE',
  path: '/scoring-sheets/:sheetId',
  access: 'scoring.edit-sheet',
  summary: 'Drop a draft',
  params: SheetParams,
  reply: Done,
})
export const downloadSheet = endpoint({
  method: 'GET',
  path: '/scoring-sheets/:sheetId/file',
  access: 'scoring.edit-sheet',
  summary: 'A sheet as .xlsx, in the form that can be read again',
  params: SheetParams,
  reply: { bytes: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
})
export const downloadSheetTemplate = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/scoring-sheet-template',
  access: 'scoring.edit-sheet',
  summary: 'An empty sheet as .xlsx with how to fill it in',
  params: CampaignParams,
  reply: { bytes: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
})
export const readSheetFile = endpoint({
  method: 'POST',
  path: '/campaigns/:campaignId/scoring-sheet-file',
  access: 'scoring.edit-sheet',
  summary: 'Read a sheet from .xlsx and say what is wrong row by row; keeps nothing',
  params: CampaignParams,
  upload: { maxBytes: 2 * 1024 * 1024 },
  changesNothing: true,
  reply: z.object({
    fileName: z.string(),
    sheet: ScoringSheet,
    problems: z.array(z.object({ line: z.number().int(), sentence: z.string() })),
  }),
})
/** What units reported and the team verified, to try a sheet on. */
export const TriedUnit = z.object({
  inspectionId: Id,
  unitName: z.string(),
  unitKind: UnitKind,
  figures: z.array(ScoredFigure),
})
export type TriedUnit = z.infer<typeof TriedUnit>
export const listScoringFigures = endpoint({
  method: 'GET',
  path: '/campaigns/:campaignId/scoring-figures',
  access: 'scoring.edit-sheet',
  summary: 'Figures of the units whose reports were sent, to try a draft on',
  params: CampaignParams,
  reply: z.object({ units: z.array(TriedUnit) }),
})
