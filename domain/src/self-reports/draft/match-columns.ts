import type { TableColumn } from '../../outlines/outline.ts'
import { foldText } from '../../units/fold.ts'
import type { Abbreviations } from './words.ts'
import { WordBag, wordsOf } from './words.ts'

/** Which column of a draft's table is meant by which column of a table question, by the wording of their heads. */

/** A pair of columns that fits worse than this is none. */
const pairedFrom = 0.6
/** What fits worse than this is to be looked at closely. */
const plainFrom = 0.8
/** Nearer to the best than this, another column is as good. */
const asGoodWithin = 0.08
/** What the wording without its brackets is worth, beside the whole. */
const withoutBrackets = 0.96
/** A column of another year, or of a target, gives way to one of the year asked about. */
const asideWorth = 0.7
const asideHead = /cùng kỳ|năm trước|kế hoạch|chỉ tiêu|mục tiêu|so sánh|so với/iu

export interface ColumnMatch {
  /** For each column of the question, in its order, the column of the draft; null where there is none. */
  readonly columns: readonly (number | null)[]
  /** How well the heads fit altogether, 0 to 1; a column without a counterpart counts as 0. */
  readonly score: number
  /** What is doubtful about it, in Vietnamese, each in a clause. */
  readonly doubts: readonly string[]
}

export interface HeadContext {
  readonly abbreviations: Abbreviations
  readonly isPlain: boolean
  /** The year that the outline asks about. */
  readonly year: number | null
}

/** One column to one: the best fitting pair first. Which of several is meant is said as a doubt, never guessed silently. */
export function matchColumns(
  columns: readonly TableColumn[],
  heads: readonly string[],
  context: HeadContext,
): ColumnMatch {
  const pairs = columns
    .flatMap(({ label }, own) => heads.map((head, at) => ({ own, at, score: likeness(label, head, context) })))
    .filter(({ score }) => score >= pairedFrom)
    .sort((a, b) => b.score - a.score || a.own - b.own || a.at - b.at)
  const found = new Map<number, { at: number; score: number }>()
  const taken = new Set<number>()
  const doubts: string[] = []
  for (const { own, at, score } of pairs) {
    if (found.has(own) || taken.has(at)) continue
    const isAsGood = (other: (typeof pairs)[number]) => other.score > score - asGoodWithin && score < 1
    const otherHead = pairs.find(
      (other) => other.own === own && other.at !== at && !taken.has(other.at) && isAsGood(other),
    )
    const otherColumn = pairs.find(
      (other) => other.at === at && other.own !== own && !found.has(other.own) && isAsGood(other),
    )
    const twin = score >= 1 && pairs.some((other) => other.own === own && other.at !== at && other.score >= 1)
    found.set(own, { at, score })
    taken.add(at)
    const label = columns[own]!.label
    if (otherHead) doubts.push(`cột “${label}” giống cả “${heads[at]}” và “${heads[otherHead.at]}”`)
    else if (twin) doubts.push(`bản nháp có nhiều cột “${label}”`)
    else if (otherColumn) doubts.push(`cột “${heads[at]}” giống cả “${label}” và “${columns[otherColumn.own]!.label}”`)
    else if (score < plainFrom) doubts.push(`cột “${heads[at]}” chỉ gần giống “${label}”`)
  }
  for (const [own, { label }] of columns.entries()) if (!found.has(own)) doubts.push(`bản nháp không có cột “${label}”`)
  return {
    columns: columns.map((_, own) => found.get(own)?.at ?? null),
    score: [...found.values()].reduce((sum, { score }) => sum + score, 0) / columns.length,
    doubts,
  }
}

function likeness(label: string, head: string, context: HeadContext): number {
  if (foldText(head) === '') return 0
  if (foldText(label) === foldText(head)) return 1
  const bare = withoutBracket(label)
  const bareHead = withoutBracket(head)
  const whole = bagLikeness(label, head, context)
  const without = withoutBrackets * (foldText(bare) === foldText(bareHead) ? 1 : bagLikeness(bare, bareHead, context))
  const isOtherYear = [...head.matchAll(/20\d\d/gu)].some(
    ([year]) => context.year !== null && Number(year) < context.year,
  )
  const isAside = (isOtherYear && !/20\d\d/u.test(label)) || (asideHead.test(head) && !asideHead.test(label))
  return Math.max(whole, without) * (isAside ? asideWorth : 1)
}

/** A bracket holds the unit or a remark; one that is all there is stays. */
function withoutBracket(text: string): string {
  const bare = text.replace(/\s*\([^()]*\)/gu, '').trim()
  return bare === '' ? text : bare
}

function bagLikeness(label: string, head: string, { abbreviations, isPlain }: HeadContext): number {
  const own = new WordBag(wordsOf(label, abbreviations))
  const said = new WordBag(wordsOf(head, abbreviations))
  if (own.isEmpty || said.isEmpty) return 0
  const share = (of: WordBag, among: WordBag) =>
    of.words.reduce((sum, word) => sum + among.has(word, isPlain), 0) / of.words.length
  return Math.sqrt(share(own, said) * share(said, own))
}
