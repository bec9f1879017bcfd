import type { TableCell, TableColumn } from '@cchc/domain/outlines/outline.ts'
import { readFigure, writeNumber } from '../platform/number-reading.ts'
import { readDate, writeDate } from '../ui/date-text.ts'
import type { NumberReading } from '../ui/NumberField.tsx'

export type Row = Readonly<Record<string, TableCell>>

/** The most rows an answer may have. */
export const mostRows = 500

/** What a cell's text says: its value, or why it has none yet. */
export type CellReading = { readonly value: TableCell } | { readonly doubt: Doubt }
export type Doubt = Extract<NumberReading, { sentence: string }>

/** A cell whose text could not be taken as it is: it is kept as typed until somebody has mended it. */
export interface OpenCell {
  readonly row: number
  readonly column: string
  readonly text: string
  readonly doubt: Doubt
}

export function emptyRow(columns: readonly TableColumn[]): Row {
  return Object.fromEntries(columns.map((column) => [column.key, null]))
}

/** Reads a cell as it is typed or pasted. */
export function readCell(column: TableColumn, text: string): CellReading {
  if (text.trim() === '') return { value: null }
  if (column.kind === 'text') return { value: text.slice(0, 2_000) }
  if (column.kind === 'date') {
    const date = readDate(text)
    if (date.kind === 'date') return { value: date.iso }
    const sentence = `“${text.trim()}” không phải là một ngày. Viết như 15/07/2026.`
    return { doubt: { kind: 'wrong', sentence } }
  }
  const reading = readFigure(text, { kind: column.kind, unit: moneyUnit(column) })
  if (reading.kind === 'number') return { value: reading.value }
  return reading.kind === 'empty' ? { value: null } : { doubt: reading }
}

/** The unit of an amount in a column, which only its heading tells: "Kinh phí (triệu đồng)". */
function moneyUnit({ kind, label }: TableColumn): string | null {
  if (kind !== 'money') return null
  const named = /(tỷ|triệu|nghìn) đồng/iu.exec(label.normalize('NFC'))
  return named ? named[0].toLowerCase() : 'đồng'
}

/** A cell as its box shows it. */
export function cellText(column: TableColumn, cell: TableCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return writeNumber(cell)
  return column.kind === 'date' ? writeDate(cell) : cell
}

/** Cells of a spreadsheet or a Word table as text: rows by line, cells by tab; a quoted cell may hold both. */
export function pastedCells(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const letters = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '')
  const endCell = () => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at]!
    if (quoted) {
      if (letter !== '"') cell += letter
      else if (letters[at + 1] === '"') {
        cell += '"'
        at += 1
      } else quoted = false
    } else if (letter === '"' && cell === '' && /^"(?:[^"]|"")*"(?=\t|\n|$)/.test(letters.slice(at))) quoted = true
    else if (letter === '\t') endCell()
    else if (letter === '\n') {
      endCell()
      rows.push([])
    } else cell += letter
  }
  endCell()
  return rows
}

/**
 * The rows after a block of cells was pasted with its first cell at a place, and the cells that need a person's eye. Rows
 * are added as needed; a first line that repeats the table's own headings is left out.
 */
export function withPasted(
  rows: readonly Row[],
  columns: readonly TableColumn[],
  pasted: readonly (readonly string[])[],
  at: number,
  from: number,
): { rows: Row[]; open: OpenCell[] } {
  const next = [...rows]
  const open: OpenCell[] = []
  const isHeading = (line: readonly string[]) =>
    line.length > 1 && line.every((text, right) => sameWords(text, columns[from + right]?.label ?? ''))
  const lines = pasted[0] && isHeading(pasted[0]) ? pasted.slice(1) : pasted
  for (const [down, line] of lines.slice(0, mostRows - at).entries()) {
    const row: Record<string, TableCell> = { ...(next[at + down] ?? emptyRow(columns)) }
    for (const [right, text] of line.entries()) {
      const column = columns[from + right]
      if (!column) continue
      const reading = readCell(column, text)
      row[column.key] = 'value' in reading ? reading.value : null
      if ('doubt' in reading) open.push({ row: at + down, column: column.key, text, doubt: reading.doubt })
    }
    next[at + down] = row
  }
  return { rows: next, open }
}

const sameWords = (a: string, b: string) =>
  a.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase() ===
  b.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** Open cells after a row has been taken out. */
export function withoutRow(open: readonly OpenCell[], row: number): OpenCell[] {
  return open.flatMap((cell) => {
    if (cell.row === row) return []
    return [cell.row > row ? { ...cell, row: cell.row - 1 } : cell]
  })
}

/** Open cells after a row has been put in. */
export function withRow(open: readonly OpenCell[], row: number): OpenCell[] {
  return open.map((cell) => (cell.row >= row ? { ...cell, row: cell.row + 1 } : cell))
}
