import type { Block, Cell, Table as PaperTable, Run } from '@cchc/domain/papers/paper.ts'
import type { Content, TableCell } from 'pdfmake/interfaces.js'
import { firstLineIndent, lineSpacing, paragraphGap, sizes, split, textWidth } from './measures.ts'
import { inPoints, pdfLine, pdfRuns } from './pdf-lines.ts'

const body = { size: sizes.body }
const paragraphStyle = {
  margin: [0, 0, 0, inPoints(paragraphGap)] as [number, number, number, number],
  lineHeight: lineSpacing / 240,
}
/** Marks what may not be the last on its page; `layoutOf` in `write-pdf-worker.ts` asks for it. */
export const keptWithNext = { headlineLevel: 1 }

/** The blocks of a body or an appendix. */
export function pdfBody(blocks: readonly Block[]): Content[] {
  return blocks.flatMap(drawBlock)
}

function drawBlock(block: Block): Content[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        {
          ...paragraphStyle,
          ...(announces(block.runs) ? keptWithNext : {}),
          alignment: block.align,
          leadingIndent: block.indented ? inPoints(firstLineIndent) : 0,
          text: pdfRuns(block.runs, body),
        },
      ]
    case 'heading':
      return [
        {
          ...paragraphStyle,
          ...keptWithNext,
          alignment: 'justify',
          leadingIndent: inPoints(firstLineIndent),
          text: pdfRuns([{ text: `${block.label} ${block.text}` }], { ...body, bold: block.level < 3 }),
        },
      ]
    case 'item':
      return [
        {
          ...paragraphStyle,
          ...(announces(block.runs) ? keptWithNext : {}),
          alignment: 'justify',
          leadingIndent: inPoints(firstLineIndent),
          text: pdfRuns([{ text: `${block.mark} ` }, ...block.runs], body),
        },
      ]
    case 'table':
      return [...caption(block), drawTable(block)]
    case 'page-break':
      return [{ text: '', pageBreak: 'after' }]
  }
}

function caption({ caption }: PaperTable): Content[] {
  if (caption === null) return []
  return [
    pdfLine(caption, { size: sizes.body, bold: true }, { ...keptWithNext, margin: [0, 3, 0, inPoints(paragraphGap)] }),
  ]
}

function announces(runs: readonly Run[]): boolean {
  return runs.at(-1)?.text.trimEnd().endsWith(':') ?? false
}

/** Room between a cell's border and its text, at either side. */
const cellRoom = 4
const border = 0.5

function drawTable({ columns, head, rows }: PaperTable): Content {
  const shares = columns.map(({ width }) => width)
  // The library adds a cell's room and its borders to the width of its text.
  const around = columns.length * 2 * cellRoom + (columns.length + 1) * border
  const widths = split(textWidth - Math.round(around * 20), shares).map(inPoints)
  const drawRow = (cells: readonly Cell[]): TableCell[] => {
    let from = 0
    return cells.flatMap((cell) => {
      const covered = cell.columns ?? 1
      const align = cell.align ?? columns[from]?.align ?? 'left'
      from += covered
      const drawn = {
        text: pdfRuns(cell.runs, { size: sizes.table }),
        alignment: align,
        lineHeight: 1,
        colSpan: covered,
      }
      return [drawn as TableCell, ...Array.from({ length: covered - 1 }, (): TableCell => ({ text: '' }))]
    })
  }
  const all = [...head, ...rows]
  if (all.length === 0) return { text: '' }
  return {
    margin: [0, 0, 0, inPoints(paragraphGap)],
    table: {
      widths,
      headerRows: head.length,
      keepWithHeaderRows: rows.length > 0 && head.length > 0 ? 1 : 0,
      dontBreakRows: true,
      body: all.map(drawRow),
    },
    layout: {
      hLineWidth: () => border,
      vLineWidth: () => border,
      paddingLeft: () => cellRoom,
      paddingRight: () => cellRoom,
      paddingTop: () => 2,
      paddingBottom: () => 2,
    },
  }
}
