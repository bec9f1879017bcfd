import { conclusionNoticeCase } from '@cchc/domain/conclusions/cases/conclusion-notice.ts'
import { conclusionNoticePaper } from '@cchc/domain/conclusions/conclusion-notice-paper.ts'
import { minutesCase } from '@cchc/domain/fieldwork/cases/minutes.ts'
import { minutesPaper } from '@cchc/domain/fieldwork/minutes-paper.ts'
import { scheduleNoticeCase } from '@cchc/domain/inspections/cases/schedule-notice.ts'
import { scheduleNoticePaper } from '@cchc/domain/inspections/schedule-notice-paper.ts'
import { composePaper } from '@cchc/domain/papers/compose-paper.ts'
import type { Block, Paper, PaperContent, Run } from '@cchc/domain/papers/paper.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import { synthesisReportCase } from '@cchc/domain/synthesis/cases/synthesis-report.ts'
import { synthesisReportPaper } from '@cchc/domain/synthesis/synthesis-report-paper.ts'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fromBuffer } from 'yauzl'
import { writePaperDocx } from './write-docx.ts'

const papers: [string, Paper][] = [
  ['schedule notice', scheduleNoticePaper(scheduleNoticeCase)],
  ['minutes', minutesPaper(minutesCase)],
  ['conclusion notice', conclusionNoticePaper(conclusionNoticeCase)],
  ['synthesis report', synthesisReportPaper(synthesisReportCase)],
]

/** Every part of a .docx by its path. */
function partsOf(docx: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(docx, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      const parts = new Map<string, string>()
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure)
          const chunks: Buffer[] = []
          stream.on('data', (chunk: Buffer) => chunks.push(chunk))
          stream.on('end', () => {
            parts.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(parts))
      zip.on('error', reject)
      zip.readEntry()
    })
  })
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** The text of every paragraph in order, cells included; a line break is `\n`, empty paragraphs are left out. */
function linesOf(xml: string): string[] {
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
        .map(([tag, text]) =>
          tag === '<w:br/>' ? '\n' : (text ?? '').replace(/&\w+;/g, (name) => entities[name] ?? name),
        )
        .join(''),
    )
    .filter((text) => text !== '')
}

async function documentOf(paper: Paper) {
  const parts = await partsOf(await writePaperDocx(paper))
  return { parts, xml: parts.get('word/document.xml') ?? '' }
}

/** What stands in the body of the file: all lines but the mark, which is in the headers. */
function bodyLines(paper: Paper): string[] {
  return paperLines(paper).slice(paper.illustrative ? 1 : 0)
}

describe.each(papers)('%s', (_, paper) => {
  test('every line of the paper is in the file, in order', async () => {
    const { xml } = await documentOf(paper)
    expect(linesOf(xml)).toEqual(bodyLines(paper))
    expect(xml).toBe(xml.normalize('NFC'))
  })

  test('another reader finds the same words', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await writePaperDocx(paper) })
    const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '')
    expect(words(value)).toEqual(words(bodyLines(paper).join('\n')))
  })

  test('the page is that of Decree 30', async () => {
    const { parts, xml } = await documentOf(paper)
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/g) ?? []
    expect(sections).toHaveLength(1 + paper.appendices.length)
    for (const section of sections) {
      expect(section).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"|<w:pgSz [^>]*w:h="16838"[^>]*w:w="11906"/)
      for (const margin of ['top="1134"', 'bottom="1134"', 'left="1701"', 'right="850"'])
        expect(section).toContain(margin)
      expect(section).toContain('<w:titlePg/>')
      expect(section).toMatch(/<w:pgNumType[^>]*w:start="1"/)
    }
    expect(parts.get('word/styles.xml')).toMatch(/<w:docDefaults>.*w:ascii="Times New Roman".*w:val="28"/)
    expect(xml).not.toMatch(/<w:rFonts/)
  })

  test('page numbers stand in every header but those of first pages, the mark in all', async () => {
    const { parts, xml } = await documentOf(paper)
    const targets = new Map(
      [...(parts.get('word/_rels/document.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
        /Id="([^"]+)"/.exec(tag)?.[1],
        /Target="([^"]+)"/.exec(tag)?.[1],
      ]),
    )
    const references = [...xml.matchAll(/<w:headerReference [^>]*>/g)].map(([tag]) => tag)
    expect(references.length).toBeGreaterThanOrEqual(2)
    for (const tag of references) {
      const header = parts.get(`word/${targets.get(/r:id="([^"]+)"/.exec(tag)?.[1])}`) ?? ''
      expect(header.includes('PAGE')).toBe(tag.includes('w:type="default"'))
      expect(header).toContain('Dữ liệu minh họa')
    }
  })

  test('every table has its column widths and repeats its heading rows', async () => {
    const { xml } = await documentOf(paper)
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []
    const grids = tables.map((table) =>
      [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width)),
    )
    for (const grid of grids) expect(grid.reduce((sum, width) => sum + width, 0)).toBe(11906 - 1701 - 850)
    const drawn = [...paper.blocks, ...paper.appendices.flatMap((appendix) => appendix.blocks)].filter(
      (block) => block.kind === 'table',
    )
    expect(xml.match(/<w:tblHeader\/>/g)?.length ?? 0).toBe(drawn.flatMap((table) => table.head).length)
  })
})

describe('a body paragraph', () => {
  test('is justified, its first line in by 1.27 cm, 6 points below it', async () => {
    const { xml } = await documentOf(papers[0]![1])
    const [first = ''] = xml.match(/<w:p>(?:(?!<\/w:p>).)*Thực hiện Quyết định(?:(?!<\/w:p>).)*<\/w:p>/) ?? []
    expect(first).toContain('<w:jc w:val="both"/>')
    expect(first).toContain('w:firstLine="720"')
    expect(first).toContain('w:after="120"')
    expect(first).toContain('<w:sz w:val="28"/>')
  })

  test('sections are headings of the file and bold, points upright', async () => {
    const { xml } = await documentOf(papers[2]![1])
    expect(xml).toMatch(/<w:pStyle w:val="Heading1"\/>(?:(?!<\/w:p>).)*<w:b\/>(?:(?!<\/w:p>).)*I\. KHÁI QUÁT/)
  })
})

describe('the same paper gives the same bytes', () => {
  afterEach(() => vi.useRealTimers())

  test('whatever the hour, and other bytes once a letter changes', async () => {
    const [, paper] = papers[0]!
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-01T00:00:00Z') })
    const first = await writePaperDocx(paper)
    vi.setSystemTime(new Date('2027-08-09T10:11:12Z'))
    await writePaperDocx(papers[3]![1])
    expect((await writePaperDocx(structuredClone(paper))).equals(first)).toBe(true)
    const changed = scheduleNoticePaper({ ...scheduleNoticeCase, unitName: 'Ủy ban nhân dân xã Hà Nam' })
    expect((await writePaperDocx(changed)).equals(first)).toBe(false)
  })
})

const text = fc.oneof(
  fc.constantFrom(
    'Tổng số hồ sơ',
    'a < b & "c"',
    'Hòa'.normalize('NFD'),
    'dòng một\ndòng hai',
    'đ\u0000đ',
    '  hai đầu  ',
    ']]>',
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
const optionalText: fc.Arbitrary<string | null> = fc.option(text)
const runs: fc.Arbitrary<Run[]> = fc.array(
  fc.record({ text, bold: fc.boolean(), italic: fc.boolean() }, { requiredKeys: ['text'] }),
  { maxLength: 4 },
)
const blocks: fc.Arbitrary<Block>[] = [
  fc.record({
    kind: fc.constant('paragraph' as const),
    runs,
    indented: fc.boolean(),
    align: fc.constantFrom('left', 'justify', 'center'),
  }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1, 2, 3),
    label: fc.constantFrom('I.', '1.', 'đ)'),
    text,
  }),
  fc.record({ kind: fc.constant('item' as const), mark: fc.constantFrom('-', '+'), runs }),
  fc.record({
    kind: fc.constant('table' as const),
    caption: optionalText,
    columns: fc.constant([
      { width: 70, align: 'left' as const },
      { width: 30, align: 'right' as const },
    ]),
    head: fc.constant([[{ runs: [{ text: 'Một' }] }, { runs: [{ text: 'Hai' }] }]]),
    rows: fc.array(
      fc.oneof(
        fc.tuple(fc.record({ runs }), fc.record({ runs })),
        fc.tuple(fc.record({ runs, columns: fc.constant(2) })),
      ),
      { maxLength: 3 },
    ),
  }),
  fc.constant({ kind: 'page-break' as const }),
]
const block = fc.oneof(...blocks)
const filled = text.map((words) => `x${words}`)
const content: fc.Arbitrary<PaperContent> = fc.record({
  type: fc.constantFrom('notice', 'report', 'dispatch', 'minutes', 'decision'),
  decides: fc.option(filled),
  illustrative: fc.boolean(),
  parentAgency: fc.option(filled),
  issuingAgency: filled,
  number: fc.option(fc.constantFrom('1', '215')),
  symbol: fc.option(fc.constant('SNV-CCHC&PC')),
  place: fc.option(fc.constant('Hải Phòng')),
  issuedOn: fc.option(fc.constantFrom('2026-02-03', '2026-12-31')),
  year: fc.constant(2026),
  signatures: fc.array(
    fc.record({ authority: fc.array(filled, { maxLength: 2 }), post: filled, name: fc.option(filled) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  recipients: fc.array(filled, { maxLength: 3 }),
  subject: filled,
  addressees: fc.array(filled, { maxLength: 2 }),
  legalBases: fc.array(filled, { maxLength: 2 }),
  blocks: fc.array(block, { maxLength: 6 }),
  appendices: fc.array(
    fc.record({
      number: fc.option(fc.constant('I')),
      title: filled,
      attachedTo: fc.option(filled),
      blocks: fc.array(block, { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
})

test('no text of any paper is lost, moved or changed on the way into the file', async () => {
  await fc.assert(
    fc.asyncProperty(content, async (made) => {
      const paper = composePaper(made)
      const { parts, xml } = await documentOf(paper)
      expect(linesOf(xml)).toEqual(bodyLines(paper))
      const headers = [...parts].filter(([path]) => path.startsWith('word/header')).map(([, header]) => header)
      expect(headers.every((header) => header.includes('Dữ liệu minh họa'))).toBe(paper.illustrative)
    }),
    { numRuns: 60 },
  )
})
