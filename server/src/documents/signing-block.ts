import type { Paper, Signature } from '@cchc/domain/papers/paper.ts'
import { AlignmentType, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { line } from './lines.ts'
import { points, signingColumns, sizes, split, textWidth } from './measures.ts'
import { pictureIn, signatureBox } from './picture.ts'
import { noBorders, noMargins } from './plain-table.ts'

/** Room for the signature and the seal between the post and the name. */
const signatureRoom = points(72)
const left = { alignment: AlignmentType.LEFT }

/**
 * Recipients at the left, level with the post of the one who signs at the right; with several signatures two to a row
 * from the left (secretary, chair) and the recipients below. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I; form 1.9.
 */
export function signingBlock(paper: Paper): (Paragraph | Table)[] {
  const [only] = paper.signatures
  if (paper.signatures.length === 1 && only) {
    return [sideBySide([recipients(paper), signature(only)], signingColumns), spacer(1)]
  }
  const rows = paper.signatures.flatMap((_, index) =>
    index % 2 === 0 ? [paper.signatures.slice(index, index + 2)] : [],
  )
  return [
    ...rows.flatMap((row) => [
      sideBySide(row.map(signature), split(textWidth, new Array(row.length).fill(1))),
      spacer(12),
    ]),
    ...recipients(paper),
  ]
}

function recipients({ printed }: Paper): Paragraph[] {
  if (printed.recipients.length === 0) return [new Paragraph({})]
  return [
    line('Nơi nhận:', { size: sizes.recipientsTitle, bold: true, italic: true }, left),
    ...printed.recipients.map((text) => line(text, { size: sizes.recipients }, left)),
  ]
}

function signature({ authority, post, name, picture, note }: Signature): Paragraph[] {
  const style = { size: sizes.body, bold: true }
  const head = [
    ...authority.map((text) => line(text, style, { keepNext: true })),
    line(post, style, { keepNext: true }),
  ]
  const nameLine = (before: number) => line(name ?? '', style, { spacing: { before, after: 0 } })
  if (picture !== undefined) return [...head, drawing(picture), nameLine(points(4))]
  if (note === undefined) return [...head, nameLine(signatureRoom)]
  const words = { size: sizes.table, italic: true }
  return [
    ...head,
    line(note, words, { keepNext: true, spacing: { before: points(18), after: points(18) } }),
    nameLine(points(4)),
  ]
}

/** A drawn signature in the room that is left for one. */
function drawing(picture: string): Paragraph {
  const { bytes, width, height } = pictureIn(picture, signatureBox)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: points(4), after: 0 },
    children: [
      new ImageRun({
        type: 'png',
        data: bytes,
        // The library counts in dots of 1/96 inch, the page in points.
        transformation: { width: Math.round((width * 96) / 72), height: Math.round((height * 96) / 72) },
        altText: { name: 'Chữ ký', description: 'Chữ ký', title: 'Chữ ký', id: '1' },
      }),
    ],
  })
}

/** Word joins tables that touch, and wants a paragraph after the last one. */
function spacer(height: number): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: points(height), lineRule: 'exact' } })
}

/** One row without lines that stays whole on its page. */
function sideBySide(cells: readonly Paragraph[][], widths: readonly number[]): Table {
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: noMargins,
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, column) =>
            new TableCell({
              width: { size: widths[column] as number, type: WidthType.DXA },
              margins: { ...noMargins, top: points(6) },
              children,
            }),
        ),
      }),
    ],
  })
}
