import { readFileSync } from 'node:fs'
import { Outline } from '@cchc/domain/outlines/outline.ts'
import { plainText } from '@cchc/domain/outlines/rich-text.ts'
import { heldOutDrafts, knownDrafts } from '@cchc/domain/self-reports/draft/cases/all-drafts.ts'
import { tableOutline } from '@cchc/domain/self-reports/draft/cases/drafts-with-tables.ts'
import { type MadeDraft, makeDraft, rate } from '@cchc/domain/self-reports/draft/cases/sketch.ts'
import { lookCloselyBelow } from '@cchc/domain/self-reports/draft/draft.ts'
import { readDraft } from '@cchc/domain/self-reports/draft/read-draft.ts'
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import { zip } from '../../test/make-zip.ts'
import { UnreadablePaper } from '../campaigns/unreadable-paper.ts'
import { readDraftDocx } from './read-draft-docx.ts'
import { readDraftFile } from './read-draft-file.ts'

const outline = Outline.parse(
  JSON.parse(readFileSync(new URL('../../seed/outline-2026.json', import.meta.url), 'utf8')),
)
const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] })
const packed = (children: (Paragraph | Table)[], more = {}) =>
  Packer.toBuffer(new Document({ sections: [{ children }], ...more }))

/** The draft as a unit would send it: a real Word file. */
function wordFile(draft: MadeDraft): Promise<Buffer> {
  return packed(
    draft.blocks.map((block) => {
      if (block.kind === 'paragraph') return paragraph(block.runs.map(({ text }) => text).join(''))
      const rows = block.rows.map(
        (cells) =>
          new TableRow({
            children: cells.map(
              ({ runs }) => new TableCell({ children: [paragraph(runs.map(({ text }) => text).join(''))] }),
            ),
          }),
      )
      return new Table({ rows })
    }),
  )
}

/** Through Word and back, for every draft; the rates over many numbers are measured beside the rules. */
async function measured(sketches: typeof knownDrafts) {
  const rates = await Promise.all(
    sketches.map(async (sketch) => {
      const draft = makeDraft(sketch, outline, 20_260_916)
      const reading = readDraft(await readDraftDocx(await wordFile(draft), 'nhap.docx'), outline)
      return rate(draft, reading.proposals, lookCloselyBelow)
    }),
  )
  return {
    share: rates.reduce((sum, { landed }) => sum + landed, 0) / rates.reduce((sum, { expected }) => sum + expected, 0),
    wrong: rates.flatMap(({ wrong }) => wrong),
    missed: rates.flatMap(({ missed }) => missed),
  }
}

test.each([
  ['the reader was made with', knownDrafts],
  ['the reader was only measured with', heldOutDrafts],
])('figures of Word drafts that %s land in their items, none surely in a wrong one', async (_, sketches) => {
  const { share, wrong, missed } = await measured(sketches)
  expect(wrong).toEqual([])
  expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.9)
})

describe('a Word file', () => {
  test('gives the numbers that Word prints by itself, formatting, lists and tables', async () => {
    const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
      level: at,
      format,
      text,
      alignment: AlignmentType.START,
    })
    const numbering = {
      config: [
        {
          reference: 'parts',
          levels: [level(0, LevelFormat.UPPER_ROMAN, '%1.'), level(1, LevelFormat.DECIMAL, '%2.')],
        },
        { reference: 'dashes', levels: [level(0, LevelFormat.BULLET, '-')] },
      ],
    }
    const listed = (text: string, reference: string, at = 0) =>
      new Paragraph({ children: [new TextRun(text)], numbering: { reference, level: at } })
    const cell = (text: string) => new TableCell({ children: [paragraph(text)] })
    const bytes = await packed(
      [
        listed('CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH', 'parts'),
        listed('Thông tin, tuyên truyền', 'parts', 1),
        listed('Việc xây dựng và tổ chức triển khai kế hoạch thông tin, tuyên truyền CCHC', 'dashes'),
        new Paragraph({
          children: [new TextRun('Đã ban hành kế hoạch '), new TextRun({ text: 'ngay đầu năm', bold: true })],
        }),
        listed('Phát thanh 2 lần mỗi tuần', 'dashes'),
        new Table({
          rows: [
            new TableRow({ children: [cell('Hình thức'), cell('Nội dung')] }),
            new TableRow({ children: [cell('Loa truyền thanh'), cell('Dịch vụ công trực tuyến')] }),
          ],
        }),
      ],
      { numbering },
    )
    const reading = readDraft(await readDraftFile(bytes, 'nhap.docx'), outline)
    const proposal = reading.proposals.find(({ key }) => key === 'communication.plan')!
    expect(proposal.value).toEqual({
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'Đã ban hành kế hoạch ' }, { text: 'ngay đầu năm', bold: true }] },
        { kind: 'list', ordered: false, items: [{ level: 0, runs: [{ text: 'Phát thanh 2 lần mỗi tuần' }] }] },
        {
          kind: 'table',
          rows: [
            { cells: [{ runs: [{ text: 'Hình thức' }] }, { runs: [{ text: 'Nội dung' }] }] },
            { cells: [{ runs: [{ text: 'Loa truyền thanh' }] }, { runs: [{ text: 'Dịch vụ công trực tuyến' }] }] },
          ],
        },
      ],
    })
    expect(reading.lines.map(({ text }) => text).slice(0, 2)).toEqual([
      'I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH',
      '1. Thông tin, tuyên truyền',
    ])
    expect(plainText(proposal.value as never)).toContain('Loa truyền thanh | Dịch vụ công trực tuyến')
  })

  test('whose table answers a table question gives its rows, over merged cells and a cut', async () => {
    const cell = (text: string, more = {}) => new TableCell({ children: [paragraph(text)], ...more })
    const head = () => [
      new TableRow({
        tableHeader: true,
        children: [
          cell('TT', { rowSpan: 2 }),
          cell('Lĩnh vực', { rowSpan: 2 }),
          cell('Số hồ sơ', { columnSpan: 2 }),
          cell('Tỷ lệ đúng hạn (%)', { rowSpan: 2 }),
        ],
      }),
      new TableRow({ children: [cell('tiếp nhận'), cell('đã giải quyết')] }),
    ]
    const line = (...texts: string[]) => new TableRow({ children: texts.map((text) => cell(text)) })
    const bytes = await packed([
      paragraph('2. Tiếp nhận trực tiếp'),
      new Table({
        rows: [
          ...head(),
          new TableRow({ children: [cell('Lĩnh vực do phường giải quyết', { columnSpan: 5 })] }),
          line('1', 'Đất đai', '1.250', '1.200', '98,5'),
        ],
      }),
      paragraph('(tiếp theo)'),
      new Table({
        rows: [...head(), line('2', 'Hộ tịch', '310', '310', '100%'), line('', 'Cộng', '1.560', '1.510', '')],
      }),
    ])
    const { proposals, unplaced } = readDraft(await readDraftFile(bytes, 'bang.docx'), tableOutline)
    expect(proposals).toMatchObject([
      {
        key: 'counter.by-field',
        value: [
          { field: 'Đất đai', received: 1250, resolved: 1200, rate: 98.5 },
          { field: 'Hộ tịch', received: 310, resolved: 310, rate: 100 },
        ],
      },
    ])
    expect(proposals[0]!.confidence).toBeGreaterThanOrEqual(lookCloselyBelow)
    expect(unplaced.map(({ source }) => source.text)).toEqual([
      expect.stringContaining('Lĩnh vực do phường giải quyết'),
      expect.stringContaining('Cộng'),
    ])
  })

  test('with cells over several rows and columns gives each figure once', async () => {
    const cell = (text: string, more = {}) => new TableCell({ children: [paragraph(text)], ...more })
    const table = new Table({
      rows: [
        new TableRow({ children: [cell('Công tác', { rowSpan: 2 }), cell('Số văn bản', { columnSpan: 2 })] }),
        new TableRow({ children: [cell('cần phải xử lý'), cell('đã xử lý xong')] }),
        new TableRow({ children: [cell('VBQPPL sau kiểm tra'), cell('17'), cell('13')] }),
        new TableRow({ children: [cell('VBQPPL sau rà soát'), cell('29'), cell('23')] }),
      ],
    })
    const reading = readDraft(
      await readDraftFile(await packed([paragraph('1. Cải cách thể chế'), table]), 'a.docx'),
      outline,
    )
    const figures = Object.fromEntries(reading.proposals.map(({ key, value }) => [key, value]))
    expect(figures).toMatchObject({
      'institutions.inspection.to-handle': 17,
      'institutions.inspection.handled': 13,
      'institutions.review.to-handle': 29,
      'institutions.review.handled': 23,
    })
  })

  test('without a word that fits proposes nothing and lists nothing as known', async () => {
    const bytes = await packed([
      paragraph('Thư mời họp tổ dân phố'),
      paragraph('Kính mời ông, bà đến dự lúc 8 giờ 30.'),
    ])
    const { proposals } = readDraft(await readDraftFile(bytes, 'thu.docx'), outline)
    expect(proposals).toEqual([])
  })
})

describe('a file that is none', () => {
  const ole = (stream: string) =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from(stream, 'utf16le')])
  test.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['nothing', () => Buffer.alloc(0), /không có nội dung/u],
    ['a blank document', () => packed([paragraph('')]), /không có nội dung/u],
    ['an old .doc', () => ole('WordDocument'), /\.docx/u],
    ['a locked one', () => ole('EncryptedPackage'), /mật khẩu/u],
    ['a text renamed .docx', () => Buffer.from('Báo cáo'), /không phải văn bản Word \.docx/u],
    ['a PDF renamed .docx', () => Buffer.from('%PDF-1.7\n'), /không phải văn bản Word \.docx/u],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /ảnh/u],
    ['over 20 MB', () => Buffer.alloc(50 * 1024 * 1024, 1), /50 MB, quá giới hạn 20 MB/u],
    ['cut short', async () => (await packed([paragraph('Báo cáo')])).subarray(0, 900), /hỏng/u],
    ['a macro document', () => withMacros(), /macro/u],
    ['a zip bomb', () => bomb(), /không giống một văn bản bình thường/u],
  ])('%s is refused with a sentence', async (_, make, sentence) => {
    const refused = await readDraftFile(await make(), 'nháp.docx').catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(UnreadablePaper)
    expect((refused as UnreadablePaper).sentence).toMatch(sentence)
  })
})

/** A document whose parts say that it brings macros, as a .docm renamed does. */
function withMacros(): Buffer {
  const part = Buffer.from(
    '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
  )
  return zip([
    { name: '[Content_Types].xml', data: part },
    { name: 'word/document.xml', data: Buffer.from('<w:document/>') },
    { name: 'word/vbaProject.bin', data: Buffer.from('macro') },
  ])
}

function bomb(): Buffer {
  return zip([{ name: 'word/document.xml', data: Buffer.alloc(110 * 1024 * 1024) }])
}
