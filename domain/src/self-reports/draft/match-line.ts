import type { OutlineIndex, OutlineLine } from './outline-index.ts'
import type { Word } from './words.ts'

/** How well some words of a draft name a line of the outline. */

/** What a word is worth that has other marks, as after a bad scan or without any. */
const otherMarks = 0.75
const oneLetterOff = 0.5
/** A word said in the lines above or earlier in the line, not in the words themselves. */
const saidBefore = 0.6

/** Words with quick answers to "is this one among them?". */
export class WordBag {
  readonly words: readonly Word[]
  readonly #keys: Set<string>
  readonly #folded: Set<string>

  constructor(words: readonly Word[]) {
    this.words = words
    this.#keys = new Set(words.map(({ key }) => key))
    this.#folded = new Set(words.map(({ folded }) => folded))
  }

  get isEmpty(): boolean {
    return this.words.length === 0
  }

  /** 1 for the very word, less for one with other marks or with one letter wrong, 0 when it is not there. */
  has({ key, folded }: Word, isPlain = false): number {
    if (this.#keys.has(key)) return 1
    if (this.#folded.has(folded)) return isPlain ? 1 : otherMarks
    if (folded.length < 4) return 0
    return [...this.#folded].some((other) => isOneOff(folded, other)) ? oneLetterOff : 0
  }
}

/** Whether two words differ by one letter, as after a bad scan. */
function isOneOff(a: string, b: string): boolean {
  if (a.length !== b.length || /\d/u.test(a)) return false
  let differences = 0
  for (let at = 0; at < a.length && differences < 2; at++) if (a[at] !== b[at]) differences += 1
  return differences === 1
}

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
    if (wording.length === 0) continue
    const own = new WordBag(wording)
    let whole = 0
    let found = 0
    let foundHere = 0
    for (const word of wording) {
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
      const fit = own.has(word, isPlain)
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
