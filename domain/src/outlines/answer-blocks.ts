import { dash, paragraph, plus, textBlocks } from '../papers/blocks.ts'
import type { Block, Run, Table } from '../papers/paper.ts'
import { hasHeadRow, listMarks, type RichBlock, type RichRun, type RichTable, type RichText } from './rich-text.ts'

/** A column is drawn as if its longest cell had at least and at most so many letters. */
const fewestLetters = 6
const mostLettersForWidth = 40

/** The answer to a text question as a paper prints it: lists with their marks, tables as tables. */
export function answerBlocks(value: string | RichText): Block[] {
  return typeof value === 'string' ? textBlocks(value) : value.blocks.flatMap(blocksOfBlock)
}

function blocksOfBlock(block: RichBlock): Block[] {
  switch (block.kind) {
    case 'paragraph':
      return [paragraph(runsOf(block.runs))]
    case 'list': {
      const marks = listMarks(block)
      return block.items.map(({ runs }, at) => {
        const mark = marks[at]!
        if (mark === '-') return dash(runsOf(runs))
        return mark === '+' ? plus(runsOf(runs)) : paragraph([{ text: `${mark} ` }, ...runsOf(runs)])
      })
    }
    case 'table':
      return [tableOf(block)]
  }
}

const runsOf = (runs: readonly RichRun[]): Run[] => runs.map((run) => ({ ...run }))

function tableOf(table: RichTable): Table {
  const rows = table.rows.map(({ cells }) => cells.map(({ runs }) => ({ runs: runsOf(runs) })))
  const heads = hasHeadRow(table) ? 1 : 0
  return {
    kind: 'table',
    caption: null,
    columns: columnWidths(table).map((width) => ({ width, align: 'left' })),
    head: rows.slice(0, heads).map((row) => row.map((cell) => ({ ...cell, align: 'center' }))),
    rows: rows.slice(heads),
  }
}

/** Widths in percent, by the longest cell of each column. */
function columnWidths({ rows }: RichTable): number[] {
  const longest = rows[0]!.cells.map((_, at) =>
    Math.max(...rows.map(({ cells }) => (cells[at]?.runs ?? []).reduce((sum, { text }) => sum + text.length, 0))),
  )
  const weights = longest.map((letters) => Math.min(mostLettersForWidth, Math.max(fewestLetters, letters)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (weight / total) * 100)
}
