import type { AnswerValue } from '../../outlines/outline.ts'
import { type DraftProposal, type DraftSource, leastSure, mostDoubtful, type UnplacedPiece } from './draft.ts'

/** One figure or text that was given an item, before all of them are weighed against each other. */
export interface Claim {
  readonly key: string
  readonly value: AnswerValue
  /** How well the words fit, 0 to about 1. */
  readonly score: number
  readonly source: DraftSource
  readonly why: string
  readonly rivals: readonly string[]
  /** What is doubtful about it, in Vietnamese; null when nothing is. */
  readonly doubt: string | null
  /** A figure of another period or a target: it gives way to any other. */
  readonly isAside: boolean
}

/** What fits worse than this is doubtful. */
export const sureFrom = 0.62
/** What fits worse than this is not proposed at all. */
export const proposedFrom = 0.42

/**
 * One proposal an item. Equal values are one; of different ones the best fitting is proposed, marked as doubtful, with the
 * others named – never two figures for one item silently.
 */
export function settle(claims: readonly Claim[], sameValue: (a: AnswerValue, b: AnswerValue) => boolean) {
  const proposals: DraftProposal[] = []
  const unplaced: UnplacedPiece[] = []
  for (const [key, all] of Map.groupBy(claims, (claim) => claim.key)) {
    const plain = all.filter(({ isAside }) => !isAside)
    const weighed = [...(plain.length > 0 ? plain : all)].sort((a, b) => b.score - a.score)
    const best = weighed[0]!
    const others = weighed.filter((claim) => !sameValue(claim.value, best.value))
    for (const claim of all)
      if (plain.length > 0 && claim.isAside)
        unplaced.push({ source: claim.source, why: `Số của kỳ khác hoặc chỉ tiêu; mục này đã có số của kỳ báo cáo.` })
    const twice = all.some((claim) => claim !== best && claim.doubt === null && sameValue(claim.value, best.value))
    const doubt =
      others.length > 0
        ? 'Bản nháp ghi nhiều giá trị khác nhau cho mục này; hãy chọn giá trị đúng.'
        : twice && best.rivals.length === 0
          ? null
          : best.doubt
    proposals.push({
      key,
      value: best.value,
      confidence: confidenceOf(best, doubt !== null),
      source: best.source,
      why: doubt ?? best.why,
      rivals: [...best.rivals],
      others: others.map(({ value, source }) => ({ value, source })),
    })
  }
  return { proposals, unplaced }
}

/** Sure and doubtful ones are kept apart, so that none stands right at the line between them. */
function confidenceOf({ score }: Claim, isDoubtful: boolean): number {
  const capped = Math.min(1, Math.max(0, score))
  if (isDoubtful || capped < sureFrom) return round(Math.min(mostDoubtful, capped * 0.5))
  return round(leastSure + (0.99 - leastSure) * ((capped - sureFrom) / (1 - sureFrom)))
}

const round = (value: number) => Math.round(value * 100) / 100
