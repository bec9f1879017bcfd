import type { Figure } from './find-figures.ts'

/** The words round each figure of a line: before it, behind it, and those that it inherits from the figure before. */
export interface Surroundings {
  /** Nearest words first: "quá hạn", then "trong đó đã giải quyết đúng hạn, quá hạn", … */
  readonly before: readonly string[]
  readonly behind: string
  /** Everything of the sentence before the figure. */
  readonly lead: string
  /** Whether a colon or a row of dots stands right before it: then what is before is a label. */
  readonly isLabelled: boolean
}

const separator =
  /[;,.:()[\]]|\s[–-]\s|(?<!\p{L})(?:trong đó|và|còn lại|còn|đạt|chiếm|gồm|tương ứng|tương đương|bằng)(?!\p{L})/giu
const sentenceEnd = /[.!?;](?=\s+[\p{Lu}Đ"“(+–-])/gu

/** What stands round every figure; `ends` are where each figure ends with its unit. */
export function surroundingsOf(text: string, figures: readonly Figure[], ends: readonly number[]): Surroundings[] {
  const gaps = figures.map((_, at) => {
    const until = figures[at + 1]?.start ?? text.length
    return divide(text.slice(ends[at]!, until), at === figures.length - 1)
  })
  return figures.map((figure, at) => {
    const begin = at === 0 ? 0 : ends[at - 1]! + gaps[at - 1]!.behind.length
    const words = text.slice(begin, figure.start)
    const own = words.slice(lastEnd(words, sentenceEnd))
    return {
      before: growing(own),
      behind: gaps[at]!.behind,
      lead: text.slice(lastEnd(text.slice(0, figure.start), sentenceEnd), figure.start),
      isLabelled: /(?::|\.{3,}|…)\s*[(+]?\s*$/u.test(own),
    }
  })
}

/** The words behind a figure up to the first separator; between two figures without one, they belong to the next. */
function divide(gap: string, isLast: boolean): { behind: string } {
  const [first] = gap.matchAll(separator)
  if (first) return { behind: gap.slice(0, first.index) }
  return { behind: isLast ? gap : '' }
}

function lastEnd(text: string, pattern: RegExp): number {
  let end = 0
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}

/** "a, b, c" → "c", "b, c", "a, b, c": the words before a figure, from the nearest clause outwards. */
function growing(own: string): string[] {
  const starts = [0, ...[...own.matchAll(separator)].map((match) => match.index + match[0].length)]
  const clauses = starts.map((start) => own.slice(start)).reverse()
  return [...new Set(clauses.filter((clause) => /\p{L}/u.test(clause)))].slice(0, 6)
}
