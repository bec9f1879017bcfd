import { type Paper, pageMark } from '@cchc/domain/papers/paper.ts'
import { titleLine } from '@cchc/domain/papers/paper-lines.ts'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { headerDistance, page, sizes, textWidth } from './measures.ts'
import { keptWithNext, pdfBody } from './pdf-body.ts'
import {
  pdfAddressees,
  pdfAppendixTitle,
  pdfDecides,
  pdfLegalBases,
  pdfLetterhead,
  pdfSigningBlock,
  pdfTitle,
} from './pdf-frame.ts'
import { inPoints, pdfLine, typeSize } from './pdf-lines.ts'
import { boldWidth } from './text-width.ts'

export const pdfFont = 'Tinos'

/** A letter too long to stand on one page with the signatures is not kept with them. */
const mostKeptLetters = 1200
/** As tall as the gap that a .docx leaves under its title. */
const gap: Content = { text: '', fontSize: 1, margin: [0, 0, 0, 6] }

/**
 * A paper as pages by the rules of Nghị định 30/2020/NĐ-CP, for the library that sets them: A4, page number at the top from
 * page 2, every appendix numbered by itself. Holds functions, so it is made where the pages are set.
 */
export function pdfPages(paper: Paper): TDocumentDefinitions {
  const { printed } = paper
  const title = [printed.typeName, titleLine(paper)].filter(Boolean).join(' ')
  const last = paper.blocks.at(-1)
  const isShort = (last?.kind === 'paragraph' || last?.kind === 'item') && lettersOf(last.runs) <= mostKeptLetters
  const kept = isShort ? paper.blocks.slice(-1) : []
  const numbering = pageNumbering(paper)
  const sections: Content[][] = [
    [
      ...pdfLetterhead(paper),
      ...pdfTitle(paper),
      ...pdfAddressees(paper),
      gap,
      ...pdfDecides(printed.decides),
      ...pdfLegalBases(paper),
      ...pdfDecides(printed.decided),
      ...pdfBody(kept.length > 0 ? paper.blocks.slice(0, -1) : paper.blocks),
      { unbreakable: true, stack: [...pdfBody(kept), ...pdfSigningBlock(paper)] },
    ],
    ...paper.appendices.map((appendix, index) => [...pdfAppendixTitle(paper, index), gap, ...pdfBody(appendix.blocks)]),
  ]
  return {
    pageSize: { width: inPoints(page.width), height: inPoints(page.height) },
    pageMargins: [page.left, page.top, page.right, page.bottom].map(inPoints) as [number, number, number, number],
    defaultStyle: { font: pdfFont, fontSize: typeSize(sizes.body), lineHeight: 1 },
    info: {
      title,
      author: paper.issuingAgency.replaceAll('\n', ' '),
      creator: 'Kiểm tra CCHC',
      // The paper's date instead of the clock's, so that the same paper gives the same bytes.
      creationDate: new Date(`${paper.issuedOn ?? `${paper.year}-01-01`}T00:00:00Z`),
    },
    language: 'vi-VN',
    displayTitle: true,
    version: '1.7',
    content: sections.map((section) => ({
      section,
      header: numbering.headerOf(),
      footer: versionFooter(paper),
    })) as Content,
    pageBreakBefore: (node, questions) => {
      numbering.beginAnew()
      // A heading over a line that announces something, both at the foot: they go over to the next page together. The library
      // counts what stands in the margins of a page among its nodes.
      const below = questions.getFollowingNodesOnPage().filter(({ headlineLevel }) => headlineLevel !== marginLevel)
      const over = questions.getNodesOnNextPage().filter(({ headlineLevel }) => headlineLevel !== marginLevel)
      return (
        node.headlineLevel === keptWithNext.headlineLevel &&
        below.every(({ headlineLevel }) => headlineLevel === keptWithNext.headlineLevel) &&
        over.length > 0
      )
    },
  }
}

/** What stands above or under the body of every page. */
const marginLevel = 2
const inMargin = (lines: readonly Content[]): Content[] =>
  lines.map((line) => ({ ...(line as object), headlineLevel: marginLevel }) as Content)

const lettersOf = (runs: readonly { text: string }[]) => runs.reduce((sum, { text }) => sum + text.length, 0)

/** Headers that know the first page of their own section, for setting a page anew begins the count anew. */
function pageNumbering(paper: Paper) {
  let firstPages = new Map<object, number>()
  const above = pageMark(paper.printed) !== null ? 2 : inPoints(headerDistance.plain)
  return {
    beginAnew() {
      firstPages = new Map()
    },
    headerOf() {
      const section = {}
      return (current: number): Content => {
        const first = firstPages.get(section) ?? current
        firstPages.set(section, first)
        const number = current - first + 1
        const page = pdfLine(String(number), { size: sizes.pageNumber }, { margin: [left, above, right, 0] })
        return { stack: inMargin([...mark(paper), ...(number === 1 ? [] : [page])]), headlineLevel: marginLevel }
      }
    },
  }
}

/** Which version of sealed minutes it is, at the foot of every page. */
function versionFooter({ printed }: Paper): Content {
  if (printed.versionMark === undefined) return ''
  const style = { size: sizes.versionMark, italic: true }
  return pdfLine(printed.versionMark, style, {
    headlineLevel: marginLevel,
    alignment: 'right',
    margin: [left, 12, right, 0],
  })
}

const left = inPoints(page.left)
const right = inPoints(page.right)

/** The boxed line over every page of an illustrative paper or of a draft. */
function mark({ printed }: Paper): Content[] {
  const words = pageMark(printed)
  if (words === null) return []
  const width = inPoints(boldWidth(words, sizes.mark)) + 40
  const side = (inPoints(textWidth) - width) / 2
  const text = pdfLine(words, { size: sizes.mark, bold: true }, { headlineLevel: marginLevel, color: '#C8371F' })
  return [
    {
      headlineLevel: marginLevel,
      margin: [left + side, inPoints(headerDistance.marked), right, 0],
      table: { widths: [width - 2], body: [[text]] },
      layout: {
        hLineColor: () => '#C8371F',
        vLineColor: () => '#C8371F',
        hLineWidth: () => 0.75,
        vLineWidth: () => 0.75,
        paddingLeft: () => 0,
        paddingRight: () => 0,
        paddingTop: () => 1,
        paddingBottom: () => 1,
      },
    },
  ]
}
