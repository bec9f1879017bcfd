import {
  isFigure,
  type Outline,
  type OutlineItem,
  type OutlinePart,
  type OutlineSection,
  outlineItems,
  repeatsPartTitle,
} from '../../outlines/outline.ts'
import { type Abbreviations, abbreviationsOf, type Word, WordBag, wordsOf } from './words.ts'

/** The outline prepared for finding its lines in a text; built once for a reading. */

/** A part, a section or an item as a line that a draft may contain. */
export interface OutlineLine {
  readonly kind: 'part' | 'section' | 'item'
  readonly part: OutlinePart
  readonly section: OutlineSection | null
  readonly item: OutlineItem | null
  readonly place: number
  /** Each way the outline words it: the official label, the short one. */
  readonly wordings: readonly WordBag[]
  /** Words of its parent line, section and part: in a draft they are said or left out alike. */
  readonly around: ReadonlySet<string>
  /** The line that it is a detail of, such as "Mức độ hoàn thành nhiệm vụ" for its three figures. */
  readonly parent: OutlineItem | null
  /** The other half of a line that the paper prints as one: "có mặt/chỉ tiêu được phân bổ"; its figure stands behind a stroke. */
  readonly joined: OutlineItem | null
  readonly joinedWording: WordBag | null
  readonly unit: readonly string[]
}

export interface OutlineIndex {
  readonly lines: readonly OutlineLine[]
  readonly items: ReadonlyMap<string, OutlineLine>
  readonly abbreviations: Abbreviations
  /** How telling a word is: near 1 for a word of one line, near 0 for one of most. */
  weightOf(folded: string): number
  /** Figures that belong to a word in the outline itself: "nhóm 1", "tối thiểu 95". */
  readonly numbersOfWords: ReadonlySet<string>
}

/** What a word weighs that the outline does not know. */
const strangerWeight = 0.3

export function indexOutline(outline: Outline, draftTexts: readonly string[]): OutlineIndex {
  const places = outlineItems(outline)
  const abbreviations = abbreviationsOf([...places.map(({ item }) => item.label), ...draftTexts])
  const words = (text: string) => wordsOf(text, abbreviations)
  const lines: OutlineLine[] = []
  const add = (line: Omit<OutlineLine, 'place'>) => lines.push({ ...line, place: lines.length })
  for (const part of outline.parts) {
    const partWords = words(part.title)
    const shared = { part, unit: [], parent: null, joined: null, joinedWording: null, item: null }
    add({ ...shared, kind: 'part', section: null, wordings: [new WordBag(partWords)], around: new Set() })
    for (const section of part.sections) {
      const sectionWords = words(section.title)
      if (!repeatsPartTitle(part, section))
        add({ ...shared, kind: 'section', section, wordings: [new WordBag(sectionWords)], around: keys(partWords) })
      for (const [at, item] of section.items.entries()) {
        const parent = parentOf(section.items, at)
        const joined = joinedWith(section.items, at)
        const labels = [item.label, ...(item.shortLabel ? [item.shortLabel] : [])]
        add({
          kind: 'item',
          part,
          section,
          item,
          parent,
          joined,
          joinedWording: joined ? new WordBag(words(`${item.label} ${joined.label}`)) : null,
          wordings: labels.map((label) => new WordBag(words(withoutRemark(label)))),
          around: keys([...partWords, ...sectionWords, ...words(parent?.label ?? ''), ...words(item.unit ?? '')]),
          unit: words(item.unit ?? '').map(({ folded }) => folded),
        })
      }
    }
  }
  return {
    lines,
    items: new Map(lines.flatMap((line) => (line.item ? [[line.item.key, line] as const] : []))),
    abbreviations,
    weightOf: weights(lines),
    numbersOfWords: numbersIn(
      places.map(({ item }) => `${item.label} ${item.shortLabel ?? ''}`),
      words,
    ),
  }
}

/** A long remark in brackets explains a label and is left out of drafts. */
function withoutRemark(label: string): string {
  const bare = label.replace(/\s*\([^()]{25,}\)/gu, '')
  return bare.trim() === '' ? label : bare
}

const keys = (words: readonly Word[]) => new Set(words.map(({ folded }) => folded))

/** The nearest line above that stands less deep; a figure split from a line belongs to it. */
function parentOf(items: readonly OutlineItem[], at: number): OutlineItem | null {
  const item = items[at]!
  for (let above = at - 1; above >= 0; above--) {
    const candidate = items[above]!
    if (candidate.level < item.level) return candidate
    if (item.added && !candidate.added && candidate.level === item.level && !isFigure(candidate)) return candidate
  }
  return null
}

function joinedWith(items: readonly OutlineItem[], at: number): OutlineItem | null {
  const [item, next] = [items[at]!, items[at + 1]]
  if (!next?.added || next.formula !== null || next.kind !== item.kind || !isFigure(item)) return null
  return /^\p{Ll}/u.test(next.label) ? next : null
}

function weights(lines: readonly OutlineLine[]): (folded: string) => number {
  const counts = new Map<string, number>()
  for (const { wordings } of lines)
    for (const folded of keys(wordings.flatMap((wording) => wording.words)))
      counts.set(folded, (counts.get(folded) ?? 0) + 1)
  const most = Math.log(1 + lines.length)
  return (folded) => {
    const count = counts.get(folded)
    return count === undefined ? strangerWeight : Math.log(1 + lines.length / count) / most
  }
}

function numbersIn(labels: readonly string[], words: (text: string) => Word[]): Set<string> {
  const found = new Set<string>()
  for (const label of labels) {
    const all = words(label)
    for (const [at, { folded }] of all.entries())
      if (/^\d/u.test(folded) && at > 0) found.add(`${all[at - 1]!.folded} ${folded}`)
  }
  return found
}
