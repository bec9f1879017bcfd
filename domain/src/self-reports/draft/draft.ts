import { z } from 'zod'
import { AnswerValue } from '../../outlines/outline.ts'
import { RichRun } from '../../outlines/rich-text.ts'

/** A unit's own draft of the report as it comes out of a Word file, and what is proposed from it. */

/** One paragraph: `label` is the number or dash that Word prints by itself, or empty. */
export const DraftParagraph = z.object({ kind: z.literal('paragraph'), label: z.string(), runs: z.array(RichRun) })
export type DraftParagraph = z.infer<typeof DraftParagraph>
export const DraftTable = z.object({
  kind: z.literal('table'),
  rows: z.array(z.array(z.object({ runs: z.array(RichRun) }))),
})
export type DraftTable = z.infer<typeof DraftTable>
export type DraftBlock = DraftParagraph | DraftTable

/**
 * Where something stands in the file: the block (paragraph or table), counted from 1 without empty ones; the row of a
 * table, or of a sheet, counted from 1; and the words there.
 */
export const DraftSource = z.object({
  paragraph: z.number().int(),
  row: z.number().int().nullable(),
  text: z.string(),
})
export type DraftSource = z.infer<typeof DraftSource>

/** Below this confidence a proposal is marked "cần xem kỹ" and is never accepted together with others. */
export const lookCloselyBelow = 0.75
/** The most that a doubtful proposal is given, and the least that a sure one is. */
export const mostDoubtful = 0.45
export const leastSure = 0.8

export const DraftProposal = z.object({
  key: z.string(),
  value: AnswerValue,
  /** 0 to 1; below `lookCloselyBelow` a person must look closely. */
  confidence: z.number().min(0).max(1),
  source: DraftSource,
  /** Vietnamese: what it was known by, or what is doubtful about it. */
  why: z.string(),
  /** Other items that the same words fit as well. */
  rivals: z.array(z.string()),
  /** Other values that the file gives for the same item. */
  others: z.array(z.object({ value: AnswerValue, source: DraftSource })),
})
export type DraftProposal = z.infer<typeof DraftProposal>

/** What stands in the file and was put nowhere, with the reason in Vietnamese. */
export const UnplacedPiece = z.object({ source: DraftSource, why: z.string() })
export type UnplacedPiece = z.infer<typeof UnplacedPiece>

/** One line of the file as it is shown beside the proposals. */
export const DraftLine = z.object({
  paragraph: z.number().int(),
  row: z.number().int().nullable(),
  text: z.string(),
  isHeading: z.boolean(),
})
export type DraftLine = z.infer<typeof DraftLine>

export const DraftReading = z.object({
  lines: z.array(DraftLine),
  proposals: z.array(DraftProposal),
  unplaced: z.array(UnplacedPiece),
})
export type DraftReading = z.infer<typeof DraftReading>

export function isSure({ confidence }: Pick<DraftProposal, 'confidence'>): boolean {
  return confidence >= lookCloselyBelow
}
