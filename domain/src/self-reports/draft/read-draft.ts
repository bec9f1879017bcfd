import { isTyped, type Outline, type OutlineItem, outlineItems } from '../../outlines/outline.ts'
import { tidyRichText } from '../../outlines/rich-text.ts'
import { claimOf } from './claim-of-table.ts'
import type { DraftBlock, DraftLine, DraftReading, DraftSource, UnplacedPiece } from './draft.ts'
import { linesOfBlock } from './draft-lines.ts'
import { continueTable, fillTable, type TableFilling } from './fill-table.ts'
import { findHeading, type Heading } from './find-heading.ts'
import { answerOf, type TextPiece } from './gather-text.ts'
import { indexOutline } from './outline-index.ts'
import type { Standing } from './place-figures.ts'
import { readDates } from './read-dates.ts'
import { readLineFigures } from './read-line.ts'
import { cellTexts, readTable, tableLines } from './read-table.ts'
import { type Claim, settle } from './reading.ts'
import { type Word, wordsOf } from './words.ts'

/**
 * Proposes answers from a unit's own draft: headings, numbering and wording are matched to the outline, figures are looked
 * for in sentences and tables, paragraphs under a question become its text. Reads any outline; decides nothing: what is
 * doubtful is marked, what has no place is listed.
 */
export function readDraft(blocks: readonly DraftBlock[], outline: Outline): DraftReading {
  const lines = blocks.flatMap((block, at) => linesOfBlock(block, at + 1))
  const all = lines.map(({ text }) => text)
  const index = indexOutline(outline, all)
  const isPlain = lacksMarks(all.join(' '))
  const year = yearOf(outline)
  const usesCommas = /(?<!\d)[1-9]\d{0,2}(?:\.\d{3})+(?![\d.])/u.test(all.join('\n'))
  const whole = { index, isPlain, year, usesCommas }
  const claims: Claim[] = []
  const unplaced: UnplacedPiece[] = []
  const shown: DraftLine[] = []
  const texts = new Map<OutlineItem, { pieces: TextPiece[]; heading: Heading; source: DraftSource }>()
  let place: Omit<Standing, 'above'> & { partKey: string | null } = {
    partKey: null,
    sectionKey: null,
    groupKey: null,
    isGroupNamed: false,
  }
  let titles: { rank: number; words: Word[] }[] = []
  let current: OutlineItem | null = null
  let hasBegun = false
  const standing = () => ({ ...place, above: titles.flatMap(({ words }) => words) })
  const enter = (heading: Heading, words: Word[]) => {
    hasBegun = true
    const { line } = heading
    const rank = line.kind === 'part' ? 0 : line.kind === 'section' ? 1 : 2 + (line.item?.level ?? 0)
    titles = [...titles.filter((title) => title.rank < rank), { rank, words }]
    place = {
      partKey: line.part.key,
      sectionKey: line.section?.key ?? onlySection(line.part),
      groupKey: line.item ? (line.item.kind === 'heading' ? line.item.key : (line.parent?.key ?? line.item.key)) : null,
      isGroupNamed: true,
    }
    current = line.item && line.item.kind === 'text' && isTyped(line.item) ? line.item : null
  }
  const keep = (item: OutlineItem, piece: TextPiece, source: DraftSource, heading: Heading | null) => {
    const known = texts.get(item)
    if (known) known.pieces.push(piece)
    else if (heading) texts.set(item, { pieces: [piece], heading, source })
  }
  let heading: Heading | null = null
  const filled: TableFilling[] = []
  /** The tables that the last block filled, to which the next one may be the rest; and the line said last. */
  let before: readonly TableFilling[] = []
  let caption = ''

  for (const [at, block] of blocks.entries()) {
    const paragraph = at + 1
    if (block.kind === 'table') {
      const rows = cellTexts(block)
      const isRest = continueTable(before, rows, paragraph)
      if (!isRest) {
        const namedKey = heading?.line.item?.key ?? null
        before = fillTable(rows, paragraph, { ...whole, sectionKey: place.sectionKey, namedKey, caption })
        filled.push(...before)
        // What is said over a table that has its place has one too.
        if (before.length > 0 && isCaption(caption) && unplaced.at(-1)?.source.paragraph === paragraph - 1)
          unplaced.pop()
      }
      if (isRest || before.length > 0) {
        shown.push(...tableLines(rows, paragraph))
        continue
      }
      const table = readTable(block, paragraph, { ...whole, standing: standing() })
      shown.push(...table.lines)
      claims.push(...table.claims)
      unplaced.push(...table.unplaced)
      if (current && table.claims.length === 0) keep(current, { kind: 'table', table: block }, table.source, heading)
      continue
    }
    const said = linesOfBlock(block, paragraph)
    caption = said.at(-1)?.text ?? caption
    if (!said.every(({ text }) => isBetweenPages(text))) before = []
    for (const line of said) {
      const source: DraftSource = { paragraph, row: null, text: line.text }
      const found = findHeading(line, index, place, isPlain)
      shown.push({ ...source, isHeading: found !== null && found.rest === '' })
      if (isClosing(line.text)) current = null
      if (found) {
        enter(found, wordsOf(found.lead, index.abbreviations))
        heading = found
      }
      const figures = readLineFigures(line.body, source, { ...whole, standing: standing() })
      claims.push(...figures.claims, ...readDates(line.body, source, index))
      const isText =
        current !== null && (found === null ? !isFigureLine(line.body, figures.claims.length) : found.rest !== '')
      if (isText) keep(current!, { kind: 'line', line, from: found?.restAt ?? 0 }, source, heading)
      else if (figures.count > figures.claims.length) unplaced.push(...figures.unplaced)
      else if (!found && figures.claims.length === 0 && hasBegun && line.text.length > 25 && !isClosing(line.text))
        unplaced.push({ source, why: 'Không rõ đoạn này trả lời câu hỏi nào của đề cương.' })
      const last = figures.claims.at(-1)
      if (last && found === null) {
        const own = index.items.get(last.key)!
        if (own.section?.key === place.sectionKey) {
          const groupKey = own.parent?.key ?? last.key
          place = { ...place, groupKey, isGroupNamed: place.isGroupNamed && groupKey === place.groupKey }
        }
      }
    }
  }
  for (const [item, { pieces, heading: by, source }] of texts) {
    const value = tidyRichText(answerOf(pieces))
    if (value === null) continue
    claims.push({
      key: item.key,
      value,
      score: by.score,
      source,
      why: `Nằm dưới dòng “${by.lead}”.`,
      rivals: by.rivals.map((key) => key),
      doubt: by.doubt,
      isAside: false,
    })
  }
  for (const filling of filled) {
    const { claim, unplaced: left } = claimOf(filling)
    if (claim) claims.push(claim)
    unplaced.push(...left)
  }
  const settled = settle(claims, (a, b) => JSON.stringify(a) === JSON.stringify(b))
  const order = new Map([...index.items.keys()].map((key, at) => [key, at]))
  return {
    lines: shown,
    proposals: settled.proposals.sort((a, b) => order.get(a.key)! - order.get(b.key)!),
    unplaced: [...unplaced, ...settled.unplaced].sort((a, b) => a.source.paragraph - b.source.paragraph),
  }
}

/** The section of a part that the outline does not divide. */
function onlySection(part: Outline['parts'][number]): string | null {
  return part.sections.length === 1 ? part.sections[0]!.key : null
}

/** A line that does no more than name a figure or two is no text of a question. */
function isFigureLine(text: string, placed: number): boolean {
  if (placed === 0) return false
  const words = text.split(/\s+/u).length
  return words <= 14 || words <= placed * 16
}

/** The recipients and the signature at the end of a paper. */
function isClosing(text: string): boolean {
  return /^\s*(?:nơi nhận|tm\.|kt\.|lưu:)/iu.test(text)
}

/** "Bảng 1. …", "Biểu số 2: …", or the unit alone. */
function isCaption(text: string): boolean {
  return /^\s*\(?(?:bảng|biểu|đơn vị tính|đvt)(?!\p{L})/iu.test(text)
}

/** What stands between two halves of one table: "(tiếp theo)", a page's number. */
function isBetweenPages(text: string): boolean {
  return /^[\s(]*(?:bảng [\d.]+\s*)?(?:tiếp(?: theo)?|trang \d+|\d{1,3})[\s).]*$/iu.test(text)
}

/** Whether a draft has lost its marks: hardly a letter of it bears one. */
function lacksMarks(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const marked = text.normalize('NFD').match(/\p{M}/gu)?.length ?? 0
  return letters > 200 && marked / letters < 0.03
}

/** The year that the outline asks about, by its own words; null when it names none. */
function yearOf(outline: Outline): number | null {
  const named = `${outline.title} ${outline.note} ${outlineItems(outline)
    .map(({ item }) => item.label)
    .join(' ')}`
  const years = [...named.matchAll(/năm (20\d\d)/gu)].map((match) => Number(match[1]))
  return years.length === 0 ? null : Math.max(...years)
}
