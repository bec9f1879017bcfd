import type { Block, Cell, Table as PaperTable, Run } from '@cchc/domain/papers/paper.ts'
import {
  AlignmentType,
  HeadingLevel,
  PageBreak,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { alignments, line, textRuns } from './lines.ts'
import { firstLineIndent, lineSpacing, paragraphGap, points, sizes, split, textWidth } from './measures.ts'

const body = { size: sizes.body }
const spacing = { before: 0, after: paragraphGap, line: lineSpacing, lineRule: 'auto' } as const
const indent = { firstLine: firstLineIndent }
const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

/** The blocks of a body or an appendix as paragraphs and tables. */
export function bodyOf(blocks: readonly Block[]): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => drawBlock(block, index === blocks.length - 1))
}

/** `last` keeps the closing lines on the page of the signatures; a line that ends with ":" stays with what it announces. */
function drawBlock(block: Block, last: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({
          alignment: alignments[block.align],
          indent: block.indented ? indent : {},
          spacing,
          keepNext: last || announces(block.runs),
          children: textRuns(block.runs, body),
        }),
      ]
    case 'heading':
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          alignment: AlignmentType.BOTH,
          indent,
          spacing,
          keepNext: true,
          children: textRuns([{ text: `${block.label} ${block.text}` }], { ...body, bold: block.level < 3 }),
        }),
      ]
    case 'item':
      return [
        new Paragraph({
          alignment: AlignmentType.BOTH,
          indent,
          spacing,
          keepNext: last || announces(block.runs),
          children: textRuns([{ text: `${block.mark} ` }, ...block.runs], body),
        }),
      ]
    case 'table':
      return [...caption(block), drawTable(block), afterTable()]
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

function caption({ caption }: PaperTable): Paragraph[] {
  if (caption === null) return []
  return [
    line(
      caption,
      { size: sizes.body, bold: true },
      { spacing: { before: points(3), after: paragraphGap }, keepNext: true },
    ),
  ]
}

function announces(runs: readonly Run[]): boolean {
  return runs.at(-1)?.text.trimEnd().endsWith(':') ?? false
}

/** Word joins two tables that touch and sets text right under a border; a thin empty line keeps them apart. */
function afterTable(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: paragraphGap, lineRule: 'exact' } })
}

function drawTable({ columns, head, rows }: PaperTable): Table {
  const widths = split(
    textWidth,
    columns.map((column) => column.width),
  )
  const drawRow = (cells: readonly Cell[], tableHeader: boolean) => {
    let start = 0
    const children = cells.map((cell) => {
      const covered = cell.columns ?? 1
      const from = start
      start += covered
      return new TableCell({
        width: { size: widths.slice(from, start).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
        columnSpan: covered,
        verticalAlign: tableHeader ? VerticalAlign.CENTER : VerticalAlign.TOP,
        children: [
          new Paragraph({
            alignment: alignments[cell.align ?? columns[from]?.align ?? 'left'],
            spacing: { before: points(2), after: points(2), line: 240, lineRule: 'auto' },
            // The mark of an empty cell's paragraph has a size too, and sets the height of its row.
            run: { size: sizes.table },
            children: textRuns(cell.runs, { size: sizes.table }),
          }),
        ],
      })
    })
    return new TableRow({ children, tableHeader, cantSplit: true })
  }
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 0, bottom: 0, left: points(4), right: points(4) },
    rows: [...head.map((row) => drawRow(row, true)), ...rows.map((row) => drawRow(row, false))],
  })
}
