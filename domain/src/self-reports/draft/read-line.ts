import { isFigure, itemName, type OutlineItem } from '../../outlines/outline.ts'
import { surroundingsOf } from './clauses.ts'
import type { DraftSource, UnplacedPiece } from './draft.ts'
import { type Figure, findFigures } from './find-figures.ts'
import type { OutlineIndex } from './outline-index.ts'
import { asPair, type Placement, placeWords, type Standing, takesFigure, unitBehind, wordsIn } from './place-figures.ts'
import { type Claim, proposedFrom, sureFrom } from './reading.ts'
import type { Word } from './words.ts'

/** What a line of prose says about figures. */
export interface LineFigures {
  readonly claims: readonly Claim[]
  readonly unplaced: readonly UnplacedPiece[]
  /** How many figures the line holds at all. */
  readonly count: number
}

/** When the words themselves fit neither so far, only their surroundings speak for the item. */
const leastBare = 0.45
/** Said of other periods, targets and comparisons. */
const asidePattern =
  /(?<!\p{L})(?:cùng kỳ|năm trước|năm ngoái|so với|tăng|giảm|vượt|mục tiêu|chỉ tiêu đề ra|tối thiểu|tối đa|yêu cầu|kế hoạch năm|phấn đấu|dự kiến)(?!\p{L})/iu
const factors: Record<string, number> = { đồng: 1, 'nghìn đồng': 1e3, 'triệu đồng': 1e6, 'tỷ đồng': 1e9 }

export interface LineContext {
  readonly index: OutlineIndex
  readonly standing: Standing
  readonly isPlain: boolean
  /** Whether the draft parts thousands by dots elsewhere, so that its commas stand before fractions. */
  readonly usesCommas: boolean
  /** The latest year that the draft speaks of: figures of an earlier one are not of this report. */
  readonly year: number | null
}

/** Proposes an item for each figure of a line. */
export function readLineFigures(written: string, source: DraftSource, context: LineContext): LineFigures {
  const { index, standing, isPlain, year } = context
  const text = withoutLeaders(written)
  const found = findFigures(text, (before, digits) => {
    const last = wordsIn(index, before).at(-1)
    return last !== undefined && index.numbersOfWords.has(`${last.folded} ${digits}`)
  })
  const figures = joinStrokes(text, found, index)
  if (figures.length === 0) return { claims: [], unplaced: [], count: 0 }
  const units = figures.map((figure) => (figure.kind === 'bare' ? unitBehind(index, text.slice(figure.end)) : null))
  const ends = figures.map((figure, at) => figure.end + (units[at]?.length ?? 0))
  const around = surroundingsOf(text, figures, ends)
  // What stands before the first colon is what the whole line is about.
  const topic = wordsIn(index, /^[^:;.]*(?=:)/u.exec(text)?.[0] ?? '')
  const claims: Claim[] = []
  const unplaced: UnplacedPiece[] = []
  let inherited: { words: Word[]; end: number } | null = null
  for (const [at, figure] of figures.entries()) {
    const { before, behind, lead, isLabelled } = around[at]!
    const unit = units[at]?.unit ?? null
    const unitText = unit === null ? '' : text.slice(figure.end, ends[at])
    const after = wordsIn(index, `${unitText} ${behind}`)
    const said = before.map((clause) => [...wordsIn(index, clause), ...after])
    const own = said.filter((words) => words.length > 0)
    const leadWords = wordsIn(index, lead)
    const overall = [...topic, ...leadWords]
    const hasOwn = before.some((clause) => wordsIn(index, clause).length > 0) || wordsIn(index, behind).length > 0
    const phrases = own.map((words, depth) => ({
      said: words,
      before: overall,
      worth: isLabelled && depth === own.length - 1 ? 1.02 : 1 - 0.02 * depth,
    }))
    if (phrases.length === 0 && after.length > 0) phrases.push({ said: after, before: overall, worth: 0.97 })
    if (inherited && (!hasOwn || figure.kind === 'percent')) {
      const words = [...inherited.words, ...(own[0] ?? after)]
      phrases.push({ said: words, before: overall, worth: 0.96 })
    }
    const placement = placeWords(
      index,
      phrases,
      standing,
      isPlain,
      (item, line) => takesFigure(item, line, figure, unit),
      figure.outOf !== null,
    )
    const outcome = judge(figure.outOf === null ? placement : asPair(placement), figure, {
      source,
      isAside: isAside(text.slice(0, figure.start), before[0] ?? '', lead, placement, year),
      standing,
      usesCommas: context.usesCommas,
    })
    if (outcome.claim) claims.push(outcome.claim, ...wholeOf(outcome.claim, figure, index))
    else unplaced.push({ source: { ...source, text: pieceAround(text, figure, ends[at]!) }, why: outcome.why })
    if (hasOwn || !inherited) inherited = { words: own[0] ?? after, end: ends[at]! }
  }
  return { claims, unplaced, count: figures.length }
}

/**
 * The second figure of "45/50": of a line that the outline prints with a stroke it is the other half; elsewhere it is taken
 * for the total of the lines that the first one stands among, which gives way to a total that is stated.
 */
export function wholeOf(claim: Claim, figure: Figure, index: OutlineIndex): Claim[] {
  const line = index.items.get(claim.key)!
  if (figure.outOf === null) return []
  if (line.joined)
    return [
      {
        ...claim,
        key: line.joined.key,
        value: valueFor(line.joined, { ...figure, value: figure.outOf, otherValue: null }),
      },
    ]
  const among = [...index.items.values()].filter(({ item, parent }) => item && parent?.key === line.parent?.key)
  const total = line.parent && isFigure(line.parent) ? line.parent : among.find(({ item }) => isFigure(item!))?.item
  if (
    !total ||
    total.formula !== null ||
    total.key === claim.key ||
    total.kind !== line.item!.kind ||
    line.parent === null
  )
    return []
  const doubt = `Lấy từ cách viết “${figure.value}/${figure.outOf}”; hãy xem có đúng là “${itemName(total)}” không.`
  return [{ ...claim, key: total.key, value: figure.outOf, doubt, rivals: [], isAside: true }]
}

/** Rows of dots as a colon of the same length, so that every place in the line stays where it is. */
function withoutLeaders(text: string): string {
  return text.replaceAll(/(?:\.\s?){3,}|…[…. ]*/gu, (dots) => `:${' '.repeat(dots.length - 1)}`)
}

/** "24 người/27 chỉ tiêu" as one figure out of another. */
function joinStrokes(text: string, figures: readonly Figure[], index: OutlineIndex): Figure[] {
  const joined: Figure[] = []
  for (const figure of figures) {
    const last = joined.at(-1)
    const unit = last?.kind === 'bare' ? (unitBehind(index, text.slice(last.end))?.length ?? 0) : 0
    const isStroke = last && last.outOf === null && /^\s*\/\s*$/u.test(text.slice(last.end + unit, figure.start))
    if (isStroke)
      joined[joined.length - 1] = {
        ...last,
        outOf: figure.value,
        end: figure.end,
        kind: figure.kind,
        factor: figure.factor,
      }
    else joined.push(figure)
  }
  return joined
}

/** The clause of a figure, short enough for a list. */
function pieceAround(text: string, figure: Figure, end: number): string {
  return text.slice(Math.max(0, figure.start - 60), Math.min(text.length, end + 30)).trim()
}

/** From figure and placement to a claim, or the reason why there is none. */
export function judge(
  { best, rivals, bestOfAll }: Placement,
  figure: Figure,
  {
    source,
    isAside,
    standing,
    usesCommas,
  }: { source: DraftSource; isAside: boolean; standing: Standing; usesCommas: boolean },
): { claim: Claim | null; why: string } {
  if (bestOfAll && best !== bestOfAll && (!best || bestOfAll.score > best.score + 0.1)) {
    const item = bestOfAll.line.item!
    if (item.formula !== null)
      return { claim: null, why: `“${itemName(item)}” do phần mềm tự tính; số nêu trong bản nháp không được nhập.` }
    if (!best || isFigure(item))
      return { claim: null, why: `Không có mục nào nhận số này (gần nhất: “${itemName(item)}”).` }
  }
  if (!best || best.score < proposedFrom || Math.max(best.bare.recall, best.bare.precision) < leastBare)
    return { claim: null, why: 'Chưa rõ số này thuộc mục nào.' }
  const item = best.line.item!
  const value = valueFor(item, figure)
  const names = rivals.map(({ line }) => `“${itemName(line.item!)}”`)
  const doubts = [
    ...(rivals.length > 0 ? [`Số này hợp với cả “${itemName(item)}” và ${names.slice(0, 3).join(', ')}.`] : []),
    ...(figure.otherValue === null || (usesCommas && item.kind !== 'number')
      ? []
      : [`“${figure.otherValue}” hay “${figure.value}”: dấu phẩy đọc được hai cách.`]),
    ...(isAside ? ['Có thể là số của kỳ khác, chỉ tiêu hoặc mức so sánh.'] : []),
    ...(standing.sectionKey !== null && standing.sectionKey !== best.line.section?.key
      ? ['Đoạn này nằm ngoài phần của mục.']
      : []),
    ...(best.score < sureFrom ? ['Câu chữ chỉ gần giống tên mục.'] : []),
    ...(figure.kind === 'bare' && item.kind === 'money' && !figure.isNone ? ['Không thấy đơn vị tiền.'] : []),
  ]
  return {
    claim: {
      key: item.key,
      value,
      score: best.score,
      source,
      why: `Câu chữ trùng với “${itemName(item)}”.`,
      rivals: rivals.map(({ line }) => line.item!.key),
      doubt: doubts.length > 0 ? doubts.join(' ') : null,
      isAside,
    },
    why: '',
  }
}

/** The figure in the item's unit. */
function valueFor(item: OutlineItem, figure: Figure): number {
  if (item.kind === 'money' && figure.kind === 'money') {
    const factor = factors[(item.unit ?? 'đồng').normalize('NFC').toLowerCase()] ?? 1
    return Number(((figure.value * figure.factor) / factor).toPrecision(15))
  }
  // A count is whole, so "1,234" can only be one thousand and so on; it is still asked about.
  if (item.kind === 'number' && figure.otherValue !== null) return figure.otherValue
  return figure.value
}

function isAside(before: string, clause: string, lead: string, { best }: Placement, year: number | null): boolean {
  if (/(?<!\p{L})(?:phấn đấu|mục tiêu|thời gian tới|dự kiến)(?!\p{L})/iu.test(lead)) return true
  const years = [...before.matchAll(/năm\s+(20\d\d)/giu)].map((match) => Number(match[1]))
  const last = years.at(-1)
  if (year !== null && last !== undefined && last < year) return true
  const found = asidePattern.exec(clause)
  if (!found) return false
  const label = `${best?.line.item?.label ?? ''} ${best?.line.item?.shortLabel ?? ''}`.toLowerCase()
  return !label.includes(found[0].toLowerCase())
}
