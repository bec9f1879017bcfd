import { isTyped, itemName, type OutlineItem, type TableCell } from '../../outlines/outline.ts'
import { foldText } from '../../units/fold.ts'
import type { DraftSource, UnplacedPiece } from './draft.ts'
import { type ColumnMatch, matchColumns } from './match-columns.ts'
import { similarity } from './match-line.ts'
import type { OutlineIndex, OutlineLine } from './outline-index.ts'
import { moneyFactor, readTableCell } from './read-table-cell.ts'
import { WordBag, wordsOf } from './words.ts'

/** Where a table stands, and what is said before it. */
export interface TablePlace {
  readonly index: OutlineIndex
  readonly isPlain: boolean
  readonly year: number | null
  readonly sectionKey: string | null
  /** The item that the last heading names. */
  readonly namedKey: string | null
  /** The line before the table: its caption, perhaps with the unit. */
  readonly caption: string
}

/** A table of a draft that answers a table question, as far as it has been read; later parts of it add their rows. */
export interface TableFilling {
  readonly item: OutlineItem
  readonly match: ColumnMatch
  readonly heads: readonly string[]
  readonly source: DraftSource
  /** Words that name the unit of money over the whole table. */
  readonly caption: string
  readonly rows: Record<string, TableCell>[]
  readonly doubts: string[]
  readonly unplaced: UnplacedPiece[]
  readonly totals: { readonly cells: readonly string[]; readonly source: DraftSource }[]
}

/** A table whose columns fit worse than this is no answer to the question. */
const fitsFrom = 0.6
/** Nearer to the best than this, another question's columns are as good. */
const asGoodWithin = 0.1
const mostHeadRows = 3
const ordinalHead = /^(?:stt|tt|số tt|số thứ tự)\.?$/iu
const totalRow = /^(?:tổng(?: cộng| số)?|cộng|toàn (?:phường|xã|đơn vị|sở))(?: chung)?[.:]?$/iu
const columnNumbers = /^\(?(?:\d{1,2}|[a-zđ])\)?$/iu

/** The table questions that this table answers: one, or several that its columns and its place fit alike; none mostly. */
export function fillTable(rows: readonly (readonly string[])[], paragraph: number, place: TablePlace): TableFilling[] {
  const asked = place.index.lines.filter(({ item }) => item?.kind === 'table' && isTyped(item))
  const fits = asked.flatMap((line) => fitOf(line, rows, place) ?? []).sort((a, b) => b.match.score - a.match.score)
  const best = fits[0]
  if (!best) return []
  const alike = nearestOf(
    fits.filter(({ match }) => match.score > best.match.score - asGoodWithin),
    place,
  )
  return alike.map(({ line, match, headRows, heads }) => {
    const others = alike.filter((other) => other.line !== line).map((other) => `“${itemName(other.line.item!)}”`)
    const filling: TableFilling = {
      item: line.item!,
      match,
      heads,
      source: { paragraph, row: 1, text: lineOf(rows[0]!) },
      caption: place.caption,
      rows: [],
      doubts: [
        ...match.doubts,
        ...(others.length > 0 ? [`bảng khớp cả ${others.join(', ')}, chỉ nhận ở một mục`] : []),
        ...(isElsewhere(line, place) ? ['bảng nằm ở phần khác của bản nháp'] : []),
      ],
      unplaced: [],
      totals: [],
    }
    addRows(filling, rows, paragraph, headRows)
    tellOfOtherColumns(filling, rows, paragraph, headRows)
    return filling
  })
}

/** Goes on with a table that was cut, over a page or by a line: the same heads again, or as many columns without any. */
export function continueTable(
  fillings: readonly TableFilling[],
  rows: readonly (readonly string[])[],
  paragraph: number,
): boolean {
  const first = fillings[0]
  if (!first || rows.length === 0) return false
  const repeated = headRowsLike(first.heads, rows)
  const isWide = Math.max(...rows.map((cells) => cells.length)) === first.heads.length
  const ordinal = ordinalOf(first, rows[repeated] ?? [])
  const isGoingOn = repeated > 0 ? ordinal !== 1 : isWide && ordinal === first.rows.length + 1
  if (!isGoingOn) return false
  for (const filling of fillings) {
    addRows(filling, rows, paragraph, repeated)
    tellOfOtherColumns(filling, rows, paragraph, repeated)
  }
  return true
}

interface Fit {
  readonly line: OutlineLine
  readonly match: ColumnMatch
  readonly headRows: number
  readonly heads: readonly string[]
}

/** The number of head rows by which the columns fit best; null where they do not fit. */
function fitOf(line: OutlineLine, rows: readonly (readonly string[])[], place: TablePlace): Fit | null {
  const columns = line.item!.columns ?? []
  let best: Fit | null = null
  for (let headRows = 1; headRows <= Math.min(mostHeadRows, rows.length); headRows++) {
    const heads = headsOf(rows, headRows)
    const match = matchColumns(columns, heads, { ...place, abbreviations: place.index.abbreviations })
    if (!best || match.score > best.match.score + 0.01) best = { line, match, headRows, heads }
  }
  if (!best || best.match.score < fitsFrom) return null
  const found = best.match.columns.filter((column) => column !== null).length
  return found >= Math.min(2, columns.length) ? best : null
}

/** Of questions with like columns, those whose place and wording are nearest to where the table stands. */
function nearestOf(fits: readonly Fit[], place: TablePlace): readonly Fit[] {
  if (fits.length <= 1) return fits
  const { index, isPlain } = place
  const caption = new WordBag(wordsOf(place.caption, index.abbreviations))
  const near = (fit: Fit) =>
    (fit.line.item!.key === place.namedKey ? 1 : 0) +
    (fit.line.section?.key === place.sectionKey ? 0.5 : 0) +
    similarity(index, fit.line, caption, new WordBag([]), isPlain).score
  const most = Math.max(...fits.map(near))
  return fits.filter((fit) => near(fit) > most - 0.2)
}

const isElsewhere = ({ section, item }: OutlineLine, { sectionKey, namedKey }: TablePlace) =>
  sectionKey !== null && section?.key !== sectionKey && item?.key !== namedKey

function headsOf(rows: readonly (readonly string[])[], headRows: number): string[] {
  const width = Math.max(...rows.map((cells) => cells.length))
  return Array.from({ length: width }, (_, column) =>
    [...new Set(rows.slice(0, headRows).map((cells) => cells[column] ?? ''))].filter((text) => text !== '').join(' '),
  )
}

/** How many rows at the top say the same heads again. */
function headRowsLike(heads: readonly string[], rows: readonly (readonly string[])[]): number {
  const wanted = heads.map(foldText).join('|')
  for (let count = 1; count <= Math.min(mostHeadRows, rows.length); count++)
    if (headsOf(rows, count).map(foldText).join('|') === wanted) return count
  return 0
}

/** The number that a row bears in the column of ordinals; null where there is none. */
function ordinalOf({ heads, match }: TableFilling, cells: readonly string[]): number | null {
  const at = heads.findIndex((head) => ordinalHead.test(head))
  const ordinal = at < 0 || match.columns.includes(at) ? Number.NaN : Number.parseInt(cells[at] ?? '', 10)
  return Number.isNaN(ordinal) ? null : ordinal
}

function addRows(
  filling: TableFilling,
  rows: readonly (readonly string[])[],
  paragraph: number,
  headRows: number,
): void {
  const { item, match, heads, doubts, unplaced } = filling
  const columns = item.columns ?? []
  for (const [at, cells] of rows.entries()) {
    if (at < headRows) continue
    const source = { paragraph, row: at + 1, text: lineOf(cells) }
    const words = cells.filter((cell, column) => cell !== '' && !isOrdinal(heads[column]!, cell))
    const isHeadAgain = headRowsLike(heads, [cells]) > 0
    const isNumbering = at === headRows && cells.every((cell) => cell === '' || columnNumbers.test(cell))
    if (words.length === 0 || isHeadAgain || (isNumbering && isCounting(cells))) continue
    if (words.some((cell) => totalRow.test(cell))) {
      filling.totals.push({ cells, source })
      continue
    }
    if (columns.length > 1 && isGroupName(words, cells, heads)) {
      unplaced.push({ source, why: 'Dòng chỉ gọi tên một nhóm; bảng của đề cương không có dòng như vậy.' })
      continue
    }
    const row: Record<string, TableCell> = {}
    for (const [own, column] of columns.entries()) {
      const from = match.columns[own]
      const text = from === null || from === undefined ? '' : (cells[from] ?? '')
      const { value, doubt } = readTableCell(column, text, measureOf(filling, own))
      row[column.key] = value
      if (doubt === null) continue
      doubts.push(
        `${paragraph === filling.source.paragraph ? '' : `đoạn ${paragraph}, `}dòng ${at + 1}, cột “${column.label}”: “${short(text)}” ${doubt}`,
      )
      if (value === null) unplaced.push({ source: { ...source, text }, why: `Cột “${column.label}”: ${doubt}.` })
    }
    if (Object.values(row).every((cell) => cell === null)) {
      if (!unplaced.some((piece) => piece.source.paragraph === paragraph && piece.source.row === at + 1))
        unplaced.push({ source, why: 'Dòng không có nội dung nào ở các cột của đề cương.' })
    } else filling.rows.push(row)
  }
}

const isOrdinal = (head: string, cell: string) => ordinalHead.test(head) && /^(?:\d{1,3}|[IVX]{1,5})[.)]?$/iu.test(cell)

/** "(1) (2) (3)" under the heads. */
function isCounting(cells: readonly string[]): boolean {
  const numbers = cells.flatMap((cell) => (/\d/u.test(cell) ? [Number.parseInt(cell.replace(/\D/gu, ''), 10)] : []))
  return numbers.length >= 2 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1)
}

/** One text over several columns, or behind a Roman number with nothing else in the row. */
function isGroupName(words: readonly string[], cells: readonly string[], heads: readonly string[]): boolean {
  if (new Set(words).size > 1) return false
  return words.length > 1 || cells.some((cell, at) => ordinalHead.test(heads[at]!) && /^[IVX]{1,5}[.)]?$/u.test(cell))
}

/** đồng for one of the unit, in the question and in the draft; a unit that only one of them names is doubtful. */
export function measureOf({ item, match, heads, caption, doubts }: TableFilling, own: number) {
  const column = item.columns![own]!
  if (column.kind !== 'money') return { own: 1, drafts: 1 }
  const at = match.columns[own]
  const asked = moneyFactor(column.label)
  const drafts = moneyFactor(at === null || at === undefined ? '' : heads[at]!) ?? moneyFactor(caption)
  if (drafts === null && asked !== null && asked !== 1)
    doubts.push(`cột “${column.label}”: bản nháp không ghi đơn vị tiền`)
  return { own: asked ?? 1, drafts }
}

/** Columns that the question does not have, with what stands in them. */
function tellOfOtherColumns(
  { match, heads, unplaced }: TableFilling,
  rows: readonly (readonly string[])[],
  paragraph: number,
  headRows: number,
): void {
  for (const [at, head] of heads.entries()) {
    if (match.columns.includes(at) || ordinalHead.test(head)) continue
    const said = rows.slice(headRows).flatMap((cells) => cells[at] || [])
    if (said.length === 0) continue
    const text = `${head === '' ? `Cột ${at + 1}` : head}: ${said.join('; ')}`
    unplaced.push({ source: { paragraph, row: 1, text }, why: 'Bảng của đề cương không có cột này.' })
  }
}

const lineOf = (cells: readonly string[]) => cells.filter((cell) => cell !== '').join(' | ')
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
