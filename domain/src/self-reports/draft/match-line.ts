import type { OutlineIndex, OutlineLine } from './outline-index.ts'
import type { WordBag } from './words.ts'

/** How well some words of a draft name a line of the outline. */

/** A word said in the lines above or earlier in the line, not in the words themselves. */
const saidBefore = 0.6

export interface Similarity {
  /** Share of the line's own words that are said, 0 to 1. */
  readonly recall: number
  /** Share of the words said that belong to the line, 0 to 1. */
  readonly precision: number
  readonly score: number
  /** Recall and precision of the words themselves, without what stands over or around them. */
  readonly bare: { readonly recall: number; readonly precision: number }
}

const none: Similarity = { recall: 0, precision: 0, score: 0, bare: { recall: 0, precision: 0 } }

/** The best of the line's wordings against the words said; `before` are words that stand over them. */
export function similarity(
  index: OutlineIndex,
  line: OutlineLine,
  said: WordBag,
  before: WordBag,
  isPlain: boolean,
  withStroke = false,
): Similarity {
  let best = none
  for (const wording of withStroke && line.joinedWording ? [...line.wordings, line.joinedWording] : line.wordings) {
    if (wording.isEmpty) continue
    let whole = 0
    let found = 0
    let foundHere = 0
    for (const word of wording.words) {
      const weight = index.weightOf(word.folded)
      const hit = said.has(word, isPlain)
      whole += weight
      foundHere += weight * hit
      found += weight * (hit > 0 ? hit : saidBefore * before.has(word, isPlain))
    }
    let spoken = 0
    let fitting = 0
    let fittingHere = 0
    for (const word of said.words) {
      const weight = index.weightOf(word.folded)
      const fit = wording.has(word, isPlain)
      spoken += weight
      fittingHere += weight * fit
      fitting += weight * Math.max(fit, line.around.has(word.folded) ? 0.9 : 0)
    }
    const recall = whole === 0 ? 0 : found / whole
    const precision = spoken === 0 ? 0 : fitting / spoken
    const score = Math.sqrt(recall * precision)
    if (score > best.score) {
      const bare = { recall: foundHere / whole, precision: spoken === 0 ? 0 : fittingHere / spoken }
      best = { recall, precision, score, bare }
    }
  }
  return best
}
