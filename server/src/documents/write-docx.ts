import { type Paper, pageMark } from '@cchc/domain/papers/paper.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx'
import { bodyOf } from './body.ts'
import { letterhead, title } from './letterhead.ts'
import { line, rule } from './lines.ts'
import {
  firstLineIndent,
  headerDistance,
  lineSpacing,
  page,
  paragraphGap,
  points,
  sizes,
  textWidth,
} from './measures.ts'
import { signingBlock } from './signing-block.ts'
import { coreProperties, fixZipDates } from './stable-bytes.ts'
import { boldWidth } from './text-width.ts'

const font = 'Times New Roman'

/**
 * Writes a paper as a .docx by the rules of Nghị định 30/2020/NĐ-CP: A4, Times New Roman, page number at the top from
 * page 2, every appendix numbered by itself. The same paper gives the same bytes at any time on any machine.
 */
export async function writePaperDocx(paper: Paper): Promise<Buffer> {
  const { printed } = paper
  const document = new Document({
    styles: {
      default: {
        document: {
          run: { font, size: sizes.body, color: '000000', language: { value: 'vi-VN' } },
          paragraph: { spacing: { line: 240, lineRule: 'auto' } },
        },
        heading1: headingStyle(0, true),
        heading2: headingStyle(1, true),
        heading3: headingStyle(2, false),
      },
    },
    sections: [
      section(paper, [
        letterhead(paper),
        ...title(paper),
        ...addressees(paper),
        gap(),
        ...decides(printed.decides),
        ...legalBases(paper),
        ...decides(printed.decided),
        ...bodyOf(paper.blocks),
        ...signingBlock(paper),
      ]),
      ...paper.appendices.map((appendix, index) =>
        section(paper, [...appendixTitle(paper, index), gap(), ...bodyOf(appendix.blocks)]),
      ),
    ],
  })
  const titleOfFile = [printed.typeName, titleLine(paper)].filter(Boolean).join(' ')
  const description = coreProperties(titleOfFile, paper.issuingAgency, paper.issuedOn ?? `${paper.year}-01-01`)
  const packed = await Packer.toBuffer(document, undefined, [{ path: 'docProps/core.xml', data: description }])
  return fixZipDates(packed)
}

function headingStyle(outlineLevel: number, bold: boolean) {
  return {
    run: { font, size: sizes.body, color: '000000', bold, italics: false },
    paragraph: {
      spacing: { before: 0, after: paragraphGap, line: lineSpacing, lineRule: 'auto' as const },
      outlineLevel,
    },
  }
}

/** A run of pages numbered from 1, the number not shown on its first page. */
function section(paper: Paper, children: (Paragraph | Table)[]): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: { width: page.width, height: page.height },
        margin: { ...page, header: pageMark(paper.printed) !== null ? headerDistance.marked : headerDistance.plain },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({
        children: [...mark(paper), ...(pageMark(paper.printed) !== null ? [] : [new Paragraph({})])],
      }),
      default: new Header({ children: [...mark(paper), pageNumber()] }),
    },
    ...versionFooters(paper),
    children,
  }
}

/** Which version of sealed minutes it is, at the foot of every page. */
function versionFooters({ printed }: Paper): Pick<ISectionOptions, 'footers'> {
  if (printed.versionMark === undefined) return {}
  const foot = () =>
    new Footer({
      children: [
        line(printed.versionMark!, { size: sizes.versionMark, italic: true }, { alignment: AlignmentType.RIGHT }),
      ],
    })
  return { footers: { first: foot(), default: foot() } }
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    children: [new TextRun({ children: [PageNumber.CURRENT], size: sizes.pageNumber })],
  })
}

/** The boxed line over every page of an illustrative paper or of a draft. */
function mark({ printed }: Paper): Paragraph[] {
  const words = pageMark(printed)
  if (words === null) return []
  const edge = { style: BorderStyle.SINGLE, size: 6, space: 1, color: 'C8371F' }
  const side = Math.round(textWidth / (words.length > 50 ? 20 : 5))
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      indent: { left: side, right: side },
      spacing: { before: 0, after: points(2) },
      border: { top: edge, bottom: edge, left: edge, right: edge },
      children: [new TextRun({ text: words, size: sizes.mark, bold: true, color: 'C8371F' })],
    }),
  ]
}

function addressees({ printed }: Paper): Paragraph[] {
  const [first, ...others] = printed.addressees
  if (first === undefined) return []
  const style = { size: sizes.body }
  const side = Math.round(textWidth / 3.2)
  return [
    line(first, style, {
      alignment: others.length === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
      indent: others.length === 0 ? {} : { left: side - points(48) },
      spacing: { before: points(12), after: paragraphGap },
    }),
    ...others.map((text) => line(text, style, { alignment: AlignmentType.LEFT, indent: { left: side } })),
  ]
}

/** Who decides, and "QUYẾT ĐỊNH:"; centred and bold. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2. */
function decides(text: string | null | undefined): Paragraph[] {
  if (!text) return []
  const spacing = { before: points(4), after: paragraphGap }
  return [line(text, { size: sizes.body, bold: true }, { spacing, keepNext: true })]
}

function legalBases({ printed }: Paper): Paragraph[] {
  return printed.legalBases.map((text) =>
    line(
      text,
      { size: sizes.body, italic: true },
      {
        alignment: AlignmentType.BOTH,
        indent: { firstLine: firstLineIndent },
        spacing: { before: 0, after: paragraphGap, line: lineSpacing, lineRule: 'auto' },
      },
    ),
  )
}

function appendixTitle({ printed }: Paper, index: number): Paragraph[] {
  const appendix = printed.appendices[index] as Paper['printed']['appendices'][number]
  const bold = { size: sizes.body, bold: true }
  const longestLine = Math.max(...appendix.title.split('\n').map((text) => boldWidth(text, sizes.body)))
  return [
    line(appendix.label, bold, { keepNext: true }),
    ...appendix.title.split('\n').map((text) => line(text, bold, { keepNext: true })),
    ...(appendix.attachedTo === null ? [] : [line(appendix.attachedTo, { size: sizes.body, italic: true })]),
    rule(Math.min(longestLine, textWidth) * 0.4, textWidth),
  ]
}

function gap(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: points(8), lineRule: 'exact' } })
}
