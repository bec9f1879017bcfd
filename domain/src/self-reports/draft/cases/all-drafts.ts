import { departmentReport, terseNotes, wardReport } from './drafts-held-out.ts'
import { leaders, official, otherOrder, renumbered } from './drafts-in-lines.ts'
import { comparisons, decomposed, missingParts, ratios, scanned, sentences, withoutMarks } from './drafts-in-prose.ts'
import { columnTable, rowTable } from './drafts-in-tables.ts'
import type { DraftSketch } from './sketch.ts'

/** The drafts that the reader was made with. */
export const knownDrafts: readonly DraftSketch[] = [
  official,
  renumbered,
  sentences,
  rowTable,
  columnTable,
  decomposed,
  missingParts,
  otherOrder,
  leaders,
  scanned,
  ratios,
  comparisons,
  withoutMarks,
]

/** Drafts that it was only measured with. */
export const heldOutDrafts: readonly DraftSketch[] = [wardReport, departmentReport, terseNotes]
