import { dateOfDayNumber } from '../../dates/calendar-date.ts'
import { formatNumber } from '../../formats/numbers.ts'
import { parseVietnameseNumber } from '../../formats/parse-number.ts'
import {
  type AnswerValue,
  findItem,
  isTyped,
  itemName,
  type Outline,
  type OutlineItem,
} from '../../outlines/outline.ts'
import type { SheetCell } from '../../thematic/sheet.ts'
import { foldText } from '../../units/fold.ts'
import { figureHeads } from '../figure-sheet.ts'
import type { DraftReading, DraftSource, UnplacedPiece } from './draft.ts'
import { dateOf } from './read-dates.ts'
import { readDraft } from './read-draft.ts'
import { type Claim, settle } from './reading.ts'

/** Rows at the top in which the heading of the template is looked for. */
const headWithin = 15

/**
 * Proposes figures from the cells of a sheet: from the product's own template by the keys in its first column, from any
 * other sheet by the words of its rows and columns. Formulas come in as the values that were kept with them.
 */
export function readFigureSheet(cells: readonly (readonly SheetCell[])[], outline: Outline): DraftReading {
  const head = cells.findIndex(
    (row, at) => at < headWithin && columnOf(row, figureHeads.key) >= 0 && columnOf(row, figureHeads.value) >= 0,
  )
  if (head < 0) return readDraft([{ kind: 'table', rows: cells.map((row) => row.map(asWords)) }], outline)
  const [keyAt, valueAt] = [columnOf(cells[head]!, figureHeads.key), columnOf(cells[head]!, figureHeads.value)]
  const claims: Claim[] = []
  const unplaced: UnplacedPiece[] = []
  for (const [at, row] of cells.entries()) {
    const key = row[keyAt]
    const cell = row[valueAt] ?? null
    if (at <= head || typeof key !== 'string' || key.trim() === '' || cell === null || cell === '') continue
    const source: DraftSource = { paragraph: 1, row: at + 1, text: lineOf(row.filter((_, column) => column !== keyAt)) }
    const item = findItem(outline, key.trim())
    if (!item)
      unplaced.push({ source, why: `Dòng ${at + 1}: mã “${key.trim()}” không có trong đề cương của báo cáo này.` })
    else if (isTyped(item)) {
      const read = readCell(item, cell)
      if ('why' in read) unplaced.push({ source, why: `Dòng ${at + 1}, “${itemName(item)}”: ${read.why}` })
      else
        claims.push({
          key: item.key,
          score: 1,
          source,
          rivals: [],
          isAside: false,
          why: 'Theo mã chỉ mục của tệp mẫu.',
          ...read,
        })
    }
  }
  const settled = settle(claims, (a, b) => a === b)
  return {
    lines: cells.map((row, at) => ({
      paragraph: 1,
      row: at + 1,
      text: lineOf(row.filter((_, column) => column !== keyAt)),
      isHeading: at === head,
    })),
    proposals: settled.proposals,
    unplaced: [...unplaced, ...settled.unplaced],
  }
}

function columnOf(row: readonly SheetCell[], head: string): number {
  return row.findIndex((cell) => typeof cell === 'string' && foldText(cell) === foldText(head))
}

type Read = { value: AnswerValue; doubt: string | null } | { why: string }

function readCell(item: OutlineItem, cell: Exclude<SheetCell, null>): Read {
  if (item.kind === 'date') return readDate(cell)
  if (typeof cell === 'boolean') return { why: 'ô ghi đúng/sai, cần một số.' }
  if (typeof cell === 'object') return { why: 'ô đang ở dạng ngày; đổi ô về dạng số (General) rồi nhập lại.' }
  if (typeof cell === 'number') return fitting(item, cell)
  const text = cell.trim().replace(/^'/u, '')
  if (/^(?:khong|khong phat sinh|khong co)$/u.test(foldText(text).replace(/\.$/u, ''))) return fitting(item, 0)
  const parsed = parseVietnameseNumber(text)
  if ('error' in parsed) return { why: parsed.error }
  if ('ambiguous' in parsed) {
    const [first, second] = parsed.readings
    const value = item.kind === 'number' ? second : first
    return {
      value,
      doubt: `“${text}” đọc được là ${formatNumber(first, 9)} hoặc ${formatNumber(second, 9)}; hãy xem lại.`,
    }
  }
  return fitting(item, parsed.value)
}

/** A number with what is odd about it for its kind. */
function fitting(item: OutlineItem, value: number): Read {
  if (!Number.isFinite(value)) return { why: 'ô không chứa một số đọc được.' }
  const doubt =
    value < 0
      ? 'Số âm; hãy xem lại.'
      : item.kind === 'percent' && value > 0 && value <= 1
        ? `Ô có thể ở dạng phần trăm của Excel: ${formatNumber(value, 6)} hay ${formatNumber(value * 100, 6)}%?`
        : item.kind === 'percent' && value > 100
          ? 'Tỷ lệ lớn hơn 100%; hãy xem lại.'
          : item.kind === 'number' && !Number.isInteger(value)
            ? 'Số đếm mà có phần thập phân; hãy xem lại.'
            : null
  return { value, doubt }
}

function readDate(cell: Exclude<SheetCell, null>): Read {
  if (typeof cell === 'object') return { value: dateOfDayNumber(cell.day), doubt: null }
  const parts = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/u.exec(String(cell))
  const value = parts ? dateOf(parts[1]!, parts[2]!, parts[3]!) : null
  return value === null
    ? { why: `“${String(cell)}” không phải một ngày có thật, dạng ngày/tháng/năm.` }
    : { value, doubt: null }
}

function asWords(cell: SheetCell) {
  return { runs: cell === null || cell === '' ? [] : [{ text: wordsOfCell(cell) }] }
}

function wordsOfCell(cell: Exclude<SheetCell, null>): string {
  if (typeof cell === 'number') return formatNumber(cell, 9)
  if (typeof cell === 'object') return dateOfDayNumber(cell.day).split('-').reverse().join('/')
  return typeof cell === 'boolean' ? (cell ? 'đúng' : 'sai') : cell
}

const lineOf = (row: readonly SheetCell[]) =>
  row.flatMap((cell) => (cell === null || cell === '' ? [] : [wordsOfCell(cell)])).join(' | ')
