import { type Evaluation, evaluateOutline } from '../outlines/evaluate.ts'
import { type EarlierFigures, jumpResults, noEarlierFigures } from '../outlines/jumps.ts'
import { type Answers, type Outline, outlineItems } from '../outlines/outline.ts'

/** A remark of the office on one item of a report that it returned, as far as the rules ask. */
export interface ItemRemark {
  readonly itemRemarkId: string
  readonly itemKey: string
  readonly text: string
  /** When the unit said that it is mended or answered; null while nothing was done on it. */
  readonly doneAt: string | null
}

/** What a report is looked at beside: figures of an earlier report, and what the office remarked on its items. */
export interface Beside {
  readonly earlier: EarlierFigures
  readonly remarks: readonly ItemRemark[]
}

export const nothingBeside: Beside = { earlier: noEarlierFigures, remarks: [] }

/** The outline's own checks and, held against earlier figures, the jumps; in printed order. */
export function checkReport(outline: Outline, answers: Answers, earlier: EarlierFigures): Evaluation {
  const evaluation = evaluateOutline(outline, answers)
  const jumps = jumpResults(outline, evaluation, earlier)
  if (jumps.length === 0) return evaluation
  const order = new Map(outlineItems(outline).map(({ item }, index) => [item.key, index]))
  const place = (itemKey: string | undefined) => order.get(itemKey ?? '') ?? 0
  const results = [...evaluation.results, ...jumps].sort((a, b) => place(a.itemKeys[0]) - place(b.itemKeys[0]))
  return { ...evaluation, results }
}
