import { conclusionNoticeCase } from '@cchc/domain/conclusions/cases/conclusion-notice.ts'
import { conclusionNoticePaper } from '@cchc/domain/conclusions/conclusion-notice-paper.ts'
import { minutesCase } from '@cchc/domain/fieldwork/cases/minutes.ts'
import { minutesPaper } from '@cchc/domain/fieldwork/minutes-paper.ts'
import { composePaper } from '@cchc/domain/papers/compose-paper.ts'
import type { Paper } from '@cchc/domain/papers/paper.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import { synthesisReportCase } from '@cchc/domain/synthesis/cases/synthesis-report.ts'
import { synthesisReportPaper } from '@cchc/domain/synthesis/synthesis-report-paper.ts'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { writePaperPdf } from './write-pdf.ts'

const papers: [string, Paper][] = [
  ['minutes', minutesPaper(minutesCase)],
  ['conclusion notice', conclusionNoticePaper(conclusionNoticeCase)],
  ['synthesis report', synthesisReportPaper(synthesisReportCase)],
]

interface Piece {
  readonly text: string
  readonly x: number
  /** From the upper edge of the sheet, in points. */
  readonly y: number
}

/** Every page as another reader finds it, its pieces of text from the top. */
async function pagesOf(pdf: Buffer): Promise<{ width: number; height: number; pieces: Piece[] }[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const pieces = (await page.getTextContent()).items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4] as number, y: height - (item.transform[5] as number) }]
        : [],
    )
    pages.push({ width, height, pieces })
  }
  return pages
}

/** Letters of all the text, each with how often it stands there: columns side by side are read in an order of their own. */
function lettersOf(text: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const letter of text.normalize('NFC').replaceAll(/\s/gu, '')) counts[letter] = (counts[letter] ?? 0) + 1
  return counts
}

describe.each(papers)('%s', (_, paper) => {
  let pdf: Buffer
  beforeAll(async () => {
    pdf = await writePaperPdf(paper)
  })

  test('every letter of the paper is in the file, and nothing else but page numbers and the mark', async () => {
    const pages = await pagesOf(pdf)
    const inBody = pages.flatMap(({ pieces }) => pieces.filter(({ y }) => y > 56.69)).map(({ text }) => text)
    const heads = paper.blocks
      .concat(paper.appendices.flatMap(({ blocks }) => blocks))
      .flatMap((block) => (block.kind === 'table' ? block.head.flat().flatMap(({ runs }) => runs) : []))
    const once = lettersOf(
      paperLines(paper)
        .slice(paper.illustrative ? 1 : 0)
        .join(''),
    )
    const found = lettersOf(inBody.join(''))
    const repeated = lettersOf(
      heads
        .map(({ text }) => text)
        .join('')
        .repeat(pages.length),
    )
    for (const letter of new Set([...Object.keys(once), ...Object.keys(found)])) {
      expect(found[letter] ?? 0, letter).toBeGreaterThanOrEqual(once[letter] ?? 0)
      expect(found[letter] ?? 0, letter).toBeLessThanOrEqual((once[letter] ?? 0) + (repeated[letter] ?? 0))
    }
  })

  test('the page is that of Decree 30: A4, its margins, numbers from page 2, the mark on all', async () => {
    const pages = await pagesOf(pdf)
    let number = 0
    for (const { width, height, pieces } of pages) {
      expect([Math.round(width), Math.round(height)]).toEqual([595, 842])
      const body = pieces.filter(({ y }) => y > 56.69)
      // 30 mm at the left, 20 mm at the foot.
      expect(Math.min(...body.map(({ x }) => x))).toBeGreaterThanOrEqual(85)
      expect(Math.max(...body.map(({ y }) => y))).toBeLessThanOrEqual(842 - 56)
      const head = pieces.filter(({ y }) => y <= 56.69).map(({ text }) => text)
      expect(head.join(' ')).toContain('minh họa')
      const shown = head.find((text) => /^\d+$/u.test(text))
      // An appendix counts from its own first page.
      number = shown === undefined ? 1 : number + 1
      if (shown !== undefined) expect(shown).toBe(String(number))
    }
    const sections = pages.filter(({ pieces }) => !pieces.some(({ text, y }) => y <= 56.69 && /^\d+$/u.test(text)))
    expect(sections).toHaveLength(1 + paper.appendices.length)
  })

  test('the same paper gives the same bytes', async () => {
    expect((await writePaperPdf(structuredClone(paper))).equals(pdf)).toBe(true)
  })
})

test.each([
  ['plain', false],
  ['marked', true],
])(
  'of a %s paper, a table that runs over repeats its heading on every page, and a heading is never the last line of one',
  async (_, illustrative) => {
    const rows = Array.from({ length: 90 }, (_, at) => [
      { runs: [{ text: `Dòng ${at + 1}` }] },
      { runs: [{ text: 'ô' }] },
    ])
    const head = [[{ runs: [{ text: 'ĐẦU' }] }, { runs: [{ text: 'CỘT' }] }]]
    const columns = [
      { width: 60, align: 'left' as const },
      { width: 40, align: 'center' as const },
    ]
    const many = Array.from({ length: 60 }, (_, at) => [
      { kind: 'heading' as const, level: 2 as const, label: `${at + 1}.`, text: 'Đầu mục' },
      {
        kind: 'paragraph' as const,
        runs: [{ text: 'Nội dung. '.repeat(30) }],
        indented: true,
        align: 'justify' as const,
      },
    ]).flat()
    const { printed, ...content } = conclusionNoticePaper(conclusionNoticeCase)
    const paper = composePaper({
      ...content,
      illustrative,
      blocks: [...many, { kind: 'table', caption: null, columns, head, rows }],
      appendices: [],
    })
    const pages = await pagesOf(await writePaperPdf(paper))
    const words = pages.map(({ pieces }) => pieces.map(({ text }) => text).join(' '))
    const withRows = words.filter((text) => /Dòng \d/u.test(text))
    expect(withRows.length).toBeGreaterThan(1)
    for (const text of withRows) expect(text).toContain('ĐẦU')
    for (const { pieces } of pages) {
      const foot = Math.max(...pieces.map(({ y }) => y))
      expect(
        pieces
          .filter(({ y }) => y > foot - 2)
          .map(({ text }) => text)
          .join(' '),
      ).not.toContain('mục')
    }
  },
)

test('odd letters and empty texts are no reason to fail', async () => {
  const { printed: _, ...content } = minutesPaper(minutesCase)
  const text = 'Ẵẵ ỹ ₫ “…” \u0301 中 😀 <b>&amp; \n dòng hai\thttps://vi-du.invalid/'.concat('a'.repeat(400))
  const paper = composePaper({
    ...content,
    blocks: [
      { kind: 'paragraph', runs: [], indented: true, align: 'left' },
      { kind: 'item', mark: '+', runs: [{ text }] },
      { kind: 'table', caption: 'Bảng', columns: [{ width: 100, align: 'left' }], head: [], rows: [[{ runs: [] }]] },
      { kind: 'table', caption: null, columns: [{ width: 100, align: 'left' }], head: [[{ runs: [] }]], rows: [] },
      { kind: 'page-break' },
    ],
  })
  const pages = await pagesOf(await writePaperPdf(paper))
  expect(pages.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join(' ')).toContain('Ẵẵ ỹ ₫')
})
