import type { Paper, Signature } from '@cchc/domain/papers/paper.ts'
import type { Column, Content } from 'pdfmake/interfaces.js'
import {
  firstLineIndent,
  letterheadColumns,
  lineSpacing,
  page,
  paragraphGap,
  signingColumns,
  sizes,
  split,
  textWidth,
} from './measures.ts'
import { keptWithNext } from './pdf-body.ts'
import { inPoints, pdfLine, pdfRule, pdfRuns } from './pdf-lines.ts'
import { pictureIn, signatureBox } from './picture.ts'
import { boldWidth } from './text-width.ts'

/** A rule under an agency's or a subject's line is a third to a half of it. */
const shortRule = 0.4
const bold = { size: sizes.body, bold: true }

/** Agency and State side by side, number and date under them. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II. */
export function pdfLetterhead({ printed }: Paper): Content[] {
  const [left, right] = letterheadColumns as [number, number]
  const agency = [
    ...printed.parentAgency.map((text) => pdfLine(text, { size: sizes.agency })),
    ...printed.issuingAgency.map((text) => pdfLine(text, { size: sizes.agency, bold: true })),
    pdfRule(boldWidth(printed.issuingAgency.at(-1) ?? '', sizes.agency) * shortRule, left),
  ]
  const state = [
    pdfLine(printed.stateName, { size: sizes.stateName, bold: true }),
    pdfLine(printed.motto, { size: sizes.motto, bold: true }),
    pdfRule(boldWidth(printed.motto, sizes.motto), right),
  ]
  const number = [
    ...(printed.number === null ? [] : [pdfLine(printed.number, { size: sizes.number })]),
    ...(printed.dispatchSubject === null
      ? []
      : [pdfLine(printed.dispatchSubject, { size: sizes.dispatchSubject }, { margin: [0, 6, 0, 0] })]),
  ]
  const date = printed.placeAndDate === null ? [] : [pdfLine(printed.placeAndDate, { size: sizes.date, italic: true })]
  return [
    sideBySide([agency, state], letterheadColumns),
    ...(number.length + date.length === 0 ? [] : [sideBySide([number, date], letterheadColumns)]),
  ]
}

/** Type name and subject with the short rule, or nothing for a dispatch. */
export function pdfTitle(paper: Paper): Content[] {
  const { typeName } = paper.printed
  if (typeName === null) return []
  const inset = Math.round(page.left / 3)
  const side = inPoints(inset)
  const lines = paper.subject.split('\n')
  const longest = Math.max(...lines.map((text) => boldWidth(text, sizes.body)))
  return [
    pdfLine(typeName, bold, { margin: [0, 14, 0, 0] }),
    ...lines.map((text) => pdfLine(text, bold, { margin: [side, 0, side, 0] })),
    pdfRule(Math.min(longest, textWidth - 2 * inset) * shortRule, textWidth),
  ]
}

export function pdfAppendixTitle({ printed }: Paper, index: number): Content[] {
  const appendix = printed.appendices[index] as Paper['printed']['appendices'][number]
  const lines = appendix.title.split('\n')
  const longest = Math.max(...lines.map((text) => boldWidth(text, sizes.body)))
  return [
    pdfLine(appendix.label, bold),
    ...lines.map((text) => pdfLine(text, bold)),
    ...(appendix.attachedTo === null ? [] : [pdfLine(appendix.attachedTo, { size: sizes.body, italic: true })]),
    pdfRule(Math.min(longest, textWidth) * shortRule, textWidth),
  ]
}

export function pdfAddressees({ printed }: Paper): Content[] {
  const [first, ...others] = printed.addressees
  if (first === undefined) return []
  const style = { size: sizes.body }
  const side = inPoints(Math.round(textWidth / 3.2))
  const gap = inPoints(paragraphGap)
  if (others.length === 0) return [pdfLine(first, style, { margin: [0, 12, 0, gap] })]
  return [
    pdfLine(first, style, { alignment: 'left', margin: [side - 48, 12, 0, gap] }),
    ...others.map((text) => pdfLine(text, style, { alignment: 'left', margin: [side, 0, 0, 0] })),
  ]
}

/** Who decides, and "QUYẾT ĐỊNH:". Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2. */
export function pdfDecides(text: string | null | undefined): Content[] {
  if (!text) return []
  return [pdfLine(text, bold, { ...keptWithNext, margin: [0, 4, 0, inPoints(paragraphGap)] })]
}

export function pdfLegalBases({ printed }: Paper): Content[] {
  return printed.legalBases.map((text) => ({
    text: pdfRuns([{ text }], { size: sizes.body, italic: true }),
    alignment: 'justify',
    leadingIndent: inPoints(firstLineIndent),
    margin: [0, 0, 0, inPoints(paragraphGap)],
    lineHeight: lineSpacing / 240,
  }))
}

/** Room for the signature and the seal between the post and the name. */
const signatureRoom = 72

/** Recipients at the left of the one who signs; with several signatures two to a row and the recipients below. */
export function pdfSigningBlock(paper: Paper): Content[] {
  const [only] = paper.signatures
  if (paper.signatures.length === 1 && only)
    return [sideBySide([recipients(paper), signature(only)], signingColumns, 6)]
  const rows = paper.signatures.flatMap((_, index) =>
    index % 2 === 0 ? [paper.signatures.slice(index, index + 2)] : [],
  )
  return [
    ...rows.map((row) => sideBySide(row.map(signature), split(textWidth, new Array(row.length).fill(1)), 6)),
    { stack: recipients(paper), margin: [0, 12, 0, 0] },
  ]
}

function recipients({ printed }: Paper): Content[] {
  if (printed.recipients.length === 0) return []
  return [
    pdfLine('Nơi nhận:', { size: sizes.recipientsTitle, bold: true, italic: true }, { alignment: 'left' }),
    ...printed.recipients.map((text) => pdfLine(text, { size: sizes.recipients }, { alignment: 'left' })),
  ]
}

function signature({ authority, post, name, picture, note }: Signature): Content[] {
  const head = [...authority.map((text) => pdfLine(text, bold)), pdfLine(post, bold)]
  const nameLine = (above: number) => pdfLine(name ?? ' ', bold, { margin: [0, above, 0, 0] })
  if (picture !== undefined) {
    const { width, height } = pictureIn(picture, signatureBox)
    return [...head, { image: picture, width, height, alignment: 'center', margin: [0, 4, 0, 0] }, nameLine(4)]
  }
  if (note === undefined) return [...head, nameLine(signatureRoom)]
  return [...head, pdfLine(note, { size: sizes.table, italic: true }, { margin: [0, 18, 0, 18] }), nameLine(4)]
}

/** Stands whole on its page. */
function sideBySide(cells: readonly Content[][], widths: readonly number[], above = 0): Content {
  const columns = cells.map((stack, index): Column => ({ width: inPoints(widths[index]!), stack }))
  return { unbreakable: true, margin: [0, above, 0, 0], stack: [{ columns, columnGap: 0 }] }
}
