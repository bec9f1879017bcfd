import { isFigure, type OutlineItem } from '../../outlines/outline.ts'
import type { Figure } from './find-figures.ts'
import { type Similarity, similarity } from './match-line.ts'
import type { OutlineIndex, OutlineLine } from './outline-index.ts'
import { type Word, WordBag, wordsOf } from './words.ts'

/** Which item a figure of a draft belongs to, by the words round it and where it stands. */

/** Where the reading stands in the outline: what the headings above say. */
export interface Standing {
  readonly sectionKey: string | null
  /** The item whose details are being told. */
  readonly groupKey: string | null
  /** Whether a heading names that item, and not only a figure before. */
  readonly isGroupNamed: boolean
  /** Words of the headings above. */
  readonly above: readonly Word[]
}

export interface Guess {
  readonly line: OutlineLine
  readonly score: number
  readonly bare: Similarity['bare']
}

export interface Placement {
  readonly best: Guess | null
  /** Other items about as good as the best. */
  readonly rivals: readonly Guess[]
  /** The best line of any kind, also one that takes no such figure. */
  readonly bestOfAll: Guess | null
}

const sameSection = 0.06
const otherSection = -0.14
const sameGroup = { named: 0.1, told: 0.04 }
/** Nearer to the best than this, another item is as good. */
export const rivalWithin = 0.09
/** What no line of the outline scores below is not told from chance. */
const worthNaming = 0.3

/** Every line scored against the words said; `takes` says which items could hold the figure. */
export function placeWords(
  index: OutlineIndex,
  phrases: readonly { said: readonly Word[]; before: readonly Word[]; worth: number }[],
  standing: Standing,
  isPlain: boolean,
  takes: (item: OutlineItem, line: OutlineLine) => number,
  withStroke = false,
): Placement {
  const bags = phrases
    .filter(({ said }) => said.length > 0)
    .map(({ said, before, worth }) => ({
      said: new WordBag(said),
      before: new WordBag([...before, ...standing.above]),
      worth,
    }))
  let best: Guess | null = null
  let bestOfAll: Guess | null = null
  const taking: Guess[] = []
  for (const line of index.lines) {
    const { item } = line
    if (!item) continue
    let own = 0
    let bare: Similarity['bare'] = { recall: 0, precision: 0 }
    for (const { said, before, worth } of bags) {
      const alike = similarity(index, line, said, before, isPlain, withStroke)
      if (alike.score * worth <= own) continue
      own = alike.score * worth
      bare = alike.bare
    }
    const score = own + bonus(line, standing)
    if (own < worthNaming) continue
    if (!bestOfAll || score > bestOfAll.score) bestOfAll = { line, score, bare }
    const fit = takes(item, line)
    if (fit === 0) continue
    const guess = { line, score: score * fit, bare }
    taking.push(guess)
    if (!best || guess.score > best.score) best = guess
  }
  const rivals = taking.filter(
    (guess) => best !== null && guess !== best && guess.score > best.score - rivalWithin && !isOutdone(guess, best),
  )
  return { best, rivals: rivals.sort((a, b) => b.score - a.score), bestOfAll }
}

/** Of a line that the paper prints with a stroke, both halves are meant: the first takes the figure, the second what follows the stroke. */
export function asPair({ best, rivals, bestOfAll }: Placement): Placement {
  const all = best ? [best, ...rivals] : []
  const first = all.find(({ line }) => line.joined && all.some((other) => other.line.item === line.joined))
  if (!first) return { best, rivals, bestOfAll }
  const others = all.filter((guess) => guess !== first && guess.line.item !== first.line.joined)
  return { best: { ...first, score: Math.max(first.score, best!.score) }, rivals: others, bestOfAll }
}

/** Whether the words themselves say the one plainly better than the other, whatever stands around them. */
function isOutdone({ bare: worse }: Guess, { bare: better }: Guess): boolean {
  const recall = better.recall - worse.recall
  const precision = better.precision - worse.precision
  return recall > -0.12 && precision > -0.12 && recall + precision > 0.12
}

function bonus(line: OutlineLine, { sectionKey, groupKey, isGroupNamed }: Standing): number {
  let sum = 0
  if (sectionKey !== null) sum += line.section?.key === sectionKey ? sameSection : otherSection
  if (groupKey !== null && (line.parent?.key === groupKey || line.item?.key === groupKey))
    sum += isGroupNamed ? sameGroup.named : sameGroup.told
  return sum
}

/** What people write for the units of the outline's figures. */
const unitWords: Record<string, readonly string[]> = {
  nguoi: ['người', 'cán bộ', 'công chức', 'viên chức', 'biên chế', 'đồng chí', 'CBCC'],
  'phan anh kien nghi': ['phản ánh', 'kiến nghị', 'PAKN', 'ý kiến'],
  'ho so': ['hồ sơ', 'HS', 'lượt hồ sơ', 'bộ hồ sơ'],
  'van ban': ['văn bản', 'VBQPPL', 'VB'],
  'don vi': ['đơn vị', 'trường', 'ĐVSN'],
}

/** The outline's unit that stands behind a figure, as folded words; null when another noun or none stands there. */
export function unitBehind(index: OutlineIndex, text: string): { unit: string; length: number } | null {
  const rest = text.normalize('NFC').toLowerCase()
  let found: { unit: string; length: number } | null = null
  for (const [unit, words] of unitsOf(index)) {
    for (const word of words) {
      const lead = /^\s*/u.exec(rest)![0].length
      if (!rest.slice(lead).startsWith(word) || /^\p{L}/u.test(rest.slice(lead + word.length))) continue
      if (!found || lead + word.length > found.length) found = { unit, length: lead + word.length }
    }
  }
  return found
}

const unitCache = new WeakMap<OutlineIndex, [string, string[]][]>()
function unitsOf(index: OutlineIndex): [string, string[]][] {
  const known = unitCache.get(index)
  if (known) return known
  const units = new Map<string, Set<string>>()
  for (const { item, unit } of index.lines) {
    if (item?.kind !== 'number' || !item.unit) continue
    const key = unit.join(' ')
    const words = units.get(key) ?? new Set([item.unit.normalize('NFC').toLowerCase()])
    for (const word of unitWords[key] ?? []) words.add(word.normalize('NFC').toLowerCase())
    units.set(key, words)
  }
  const made = [...units].map(([unit, words]): [string, string[]] => [unit, [...words]])
  unitCache.set(index, made)
  return made
}

/** How well an item could hold a figure of this kind and unit: 1, less, or 0 for not at all. */
export function takesFigure(item: OutlineItem, line: OutlineLine, figure: Figure, unit: string | null): number {
  if (!isFigure(item) || item.formula !== null) return 0
  if (figure.kind === 'percent') return item.kind === 'percent' ? 1 : 0
  if (figure.kind === 'money') return item.kind === 'money' ? 1 : 0
  if (figure.isNone) return item.kind === 'percent' ? 0.7 : 1
  if (unit !== null) return item.kind === 'number' ? (line.unit.join(' ') === unit ? 1 : 0) : 0
  if (item.kind === 'percent') return figure.value >= 0 && figure.value <= 100 ? 0.97 : 0
  return item.kind === 'number' && !Number.isInteger(figure.otherValue ?? figure.value) ? 0 : 1
}

export const wordsIn = (index: OutlineIndex, text: string): Word[] => wordsOf(text, index.abbreviations)
export type { Similarity }
