import { endedWith } from './clean-text.ts'
import type { Align, Block, Cell, Run, Table } from './paper.ts'

/** Small constructors with which the builders of papers write their blocks. */

type Words = string | readonly Run[]

export const bold = (text: string): Run => ({ text, bold: true })
export const italic = (text: string): Run => ({ text, italic: true })

function runsOf(words: Words): Run[] {
  return typeof words === 'string' ? [{ text: words }] : [...words]
}

/** A body paragraph: justified, first line indented. */
export function paragraph(words: Words): Block {
  return { kind: 'paragraph', runs: runsOf(words), indented: true, align: 'justify' }
}

/** "I. …", printed bold in capitals. */
export const section = (label: string, text: string): Block => ({ kind: 'heading', level: 1, label, text })
/** "1. …", printed bold. */
export const clause = (label: string, text: string): Block => ({ kind: 'heading', level: 2, label, text })
/** "a) …", printed upright. */
export const point = (label: string, text: string): Block => ({ kind: 'heading', level: 3, label, text })

/** "Điều 1. …": the label bold, the words upright. */
export const article = (label: string, text: string): Block => paragraph([bold(`${label} `), { text }])

export const dash = (words: Words): Block => ({ kind: 'item', mark: '-', runs: runsOf(words) })
export const plus = (words: Words): Block => ({ kind: 'item', mark: '+', runs: runsOf(words) })

/** A list of one rank: every item ends with ";", the last with ".". */
export function list(mark: '-' | '+', texts: readonly string[]): Block[] {
  return texts.map((text, index) => ({
    kind: 'item',
    mark,
    runs: [{ text: endedWith(index === texts.length - 1 ? '.' : ';', text) }],
  }))
}

/** One column of a table: heading, width in percent of the text width, alignment of its cells. */
export interface Column {
  readonly title: string
  readonly width: number
  readonly align: Align
}

/** A table with one heading row; a cell given as a string is plain text. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly (string | Cell)[])[],
  caption: string | null = null,
): Table {
  return {
    kind: 'table',
    caption,
    columns: columns.map(({ width, align }) => ({ width, align })),
    head: [columns.map((column) => ({ runs: [bold(column.title)], align: 'center' }))],
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? { runs: [{ text: cell }] } : cell))),
  }
}

const dashLine = /^[-–—•]\s*/u
const plusLine = /^\+\s*/u

/** Text typed by an officer as blocks: a line is a paragraph, a line that begins with "-" or "+" a list item; empty lines fall away. */
export function textBlocks(text: string): Block[] {
  return text
    .split(/\r\n?|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      if (dashLine.test(line)) return dash(line.replace(dashLine, ''))
      if (plusLine.test(line)) return plus(line.replace(plusLine, ''))
      return paragraph(line)
    })
}
