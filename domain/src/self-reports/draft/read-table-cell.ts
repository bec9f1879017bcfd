import type { TableCell, TableColumn } from '../../outlines/outline.ts'
import { foldText } from '../../units/fold.ts'
import { findFigures } from './find-figures.ts'
import { dateOf } from './read-dates.ts'

/** The most letters that a cell may hold. */
const mostLetters = 2_000

export interface CellReading {
  readonly value: TableCell
  /** What is wrong or odd about it, in Vietnamese; null when nothing is. */
  readonly doubt: string | null
}

const said = (value: TableCell, doubt: string | null = null): CellReading => ({ value, doubt })

/** đồng for one of the unit of money that some words name; null when they name none. */
export function moneyFactor(words: string): number | null {
  const named = /(tỷ|tỉ|triệu|nghìn|ngàn)\s*(?:đồng|đ(?!\p{L}))|(?<!\p{L})(?:đồng|vnđ|vnd)(?!\p{L})/iu.exec(
    words.normalize('NFC'),
  )
  if (!named) return null
  return { tỷ: 1e9, tỉ: 1e9, triệu: 1e6, nghìn: 1e3, ngàn: 1e3 }[named[1]?.toLowerCase() ?? ''] ?? 1
}

/**
 * One cell of a draft's table as its column takes it: dots, dashes and blanks are no answer; a figure stands alone or with its
 * unit. What cannot be read is null with the reason. `measure`: đồng for one of the column's unit in the question and in the
 * draft.
 */
export function readTableCell(
  column: TableColumn,
  text: string,
  measure: { readonly own: number; readonly drafts: number | null },
): CellReading {
  const cell = text.trim()
  if (/^[\s.…_–—-]*$/u.test(cell)) return said(null)
  if (column.kind === 'text') return cell.length > mostLetters ? said(null, `dài hơn ${mostLetters} ký tự`) : said(cell)
  if (column.kind === 'date') {
    const parts = /^(?:ngày\s*)?(\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(\d{1,2})(?:\s*[/.-]\s*|\s+năm\s+)(\d{4})$/iu.exec(
      cell,
    )
    const date = parts ? dateOf(parts[1]!, parts[2]!, parts[3]!) : null
    return date === null ? said(null, 'không phải một ngày có thật, dạng ngày/tháng/năm') : said(date)
  }
  if (/^khong(?: co| phat sinh)?$/u.test(foldText(cell).replace(/[.;]$/u, '').trim())) return said(0)
  return readFigure(column, cell, measure)
}

function readFigure(
  column: TableColumn,
  cell: string,
  { own, drafts }: { readonly own: number; readonly drafts: number | null },
): CellReading {
  const [figure, another] = findFigures(cell, () => false)
  const rest = figure ? `${cell.slice(0, figure.start)}${cell.slice(figure.end)}`.trim() : ''
  const isAlone = figure && !another && figure.outOf === null && figure.start === 0 && /^[\p{L}\s.]{0,24}$/u.test(rest)
  if (!isAlone) return said(null, 'không đọc được thành một số')
  if (figure.kind === 'percent' && column.kind !== 'percent') return said(null, 'là tỷ lệ, cột này cần một số')
  if (figure.kind === 'money' && column.kind !== 'money') return said(null, 'là số tiền, cột này không ghi tiền')
  const fraction = figure.value
  const value = figure.otherValue !== null && column.kind === 'number' ? figure.otherValue : fraction
  const scaled =
    column.kind === 'money' ? (value * (figure.kind === 'money' ? figure.factor : (drafts ?? own))) / own : value
  return said(Number(scaled.toPrecision(15)), oddness(column, scaled, figure.otherValue !== null))
}

function oddness({ kind }: TableColumn, value: number, isTwofold: boolean): string | null {
  if (isTwofold) return 'đọc được thành hai số khác nhau'
  if (value < 0) return 'là số âm'
  if (kind === 'percent' && value > 100) return 'lớn hơn 100%'
  return kind === 'number' && !Number.isInteger(value) ? 'là số đếm mà có phần thập phân' : null
}
