import type { Paper } from '@cchc/domain/papers/paper.ts'
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { line, rule } from './lines.ts'
import { letterheadColumns, page, points, sizes, textWidth } from './measures.ts'
import { noBorders, noMargins } from './plain-table.ts'
import { boldWidth } from './text-width.ts'

/** A rule under an agency's or a subject's line is a third to a half of it. */
const shortRule = 0.4

/** Agency and State side by side, number and date under them. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II. */
export function letterhead({ printed }: Paper): Table {
  const [left, right] = letterheadColumns as [number, number]
  const lastAgencyLine = printed.issuingAgency.at(-1) ?? ''
  const agency = [
    ...printed.parentAgency.map((text) => line(text, { size: sizes.agency })),
    ...printed.issuingAgency.map((text) => line(text, { size: sizes.agency, bold: true })),
    rule(boldWidth(lastAgencyLine, sizes.agency) * shortRule, left),
  ]
  const state = [
    line(printed.stateName, { size: sizes.stateName, bold: true }),
    line(printed.motto, { size: sizes.motto, bold: true }),
    rule(boldWidth(printed.motto, sizes.motto), right),
  ]
  const number = [
    ...(printed.number === null ? [] : [line(printed.number, { size: sizes.number })]),
    ...(printed.dispatchSubject === null
      ? []
      : [line(printed.dispatchSubject, { size: sizes.dispatchSubject }, { spacing: { before: points(6), after: 0 } })]),
  ]
  const date = printed.placeAndDate === null ? [] : [line(printed.placeAndDate, { size: sizes.date, italic: true })]
  const rows = [[agency, state], ...(number.length + date.length === 0 ? [] : [[number, date]])]
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: letterheadColumns,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: noMargins,
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, column) =>
              new TableCell({
                width: { size: letterheadColumns[column] as number, type: WidthType.DXA },
                margins: noMargins,
                children: children.length === 0 ? [new Paragraph({})] : children,
              }),
          ),
        }),
    ),
  })
}

/** Type name and subject with the short rule, or nothing for a dispatch, whose subject stands under its number. */
export function title(paper: Paper): Paragraph[] {
  const { typeName } = paper.printed
  if (typeName === null) return []
  const inset = Math.round(page.left / 3)
  const subjectWidth = textWidth - 2 * inset
  const longestLine = Math.max(...paper.subject.split('\n').map((text) => boldWidth(text, sizes.body)))
  return [
    line(typeName, { size: sizes.body, bold: true }, { spacing: { before: points(14), after: 0 }, keepNext: true }),
    ...paper.subject
      .split('\n')
      .map((text) =>
        line(text, { size: sizes.body, bold: true }, { indent: { left: inset, right: inset }, keepNext: true }),
      ),
    rule(Math.min(longestLine, subjectWidth) * shortRule, textWidth),
  ]
}
