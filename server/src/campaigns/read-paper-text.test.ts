import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { proposalSummary } from '@cchc/domain/campaigns/decision/proposal-summary.ts'
import { readDecision } from '@cchc/domain/campaigns/decision/read-decision.ts'
import { Unit, unitsFromRows } from '@cchc/domain/units/unit.ts'
import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { describe, expect, test } from 'vitest'
import { type ZipEntry, zip } from '../../test/make-zip.ts'
import { nationalCatalogue } from './national-catalogue.ts'
import { readPaperText } from './read-paper-text.ts'
import { UnreadablePaper } from './unreadable-paper.ts'

const seedFile = (name: string) => readFileSync(new URL(`../../seed/${name}`, import.meta.url))
const caseFile = (name: string) => readFileSync(new URL(`./cases/${name}`, import.meta.url))
const json = (name: string) => JSON.parse(seedFile(name).toString('utf8'))
const catalogue = [
  ...unitsFromRows(json('hai-phong-units.json'), '31', json('hai-phong-units-extra.json')),
  ...Unit.array().parse(json('hai-phong-departments.json').map((row: object) => ({ ...row, provinceCode: '31' }))),
]
const decision = seedFile('decision-2251.txt').toString('utf8')

/** What is read, without what depends on where lines end. */
function reading(text: string) {
  const { units, doubts, ...rest } = proposalSummary(readDecision(text, catalogue))
  return { ...rest, units: units.map(({ line: _, ...unit }) => unit), doubts: doubts.map(({ code }) => code) }
}
const expected = reading(decision)

const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] })
const packed = (children: (Paragraph | Table)[], more = {}) =>
  Packer.toBuffer(new Document({ sections: [{ children }], ...more }))

/** The decision's paragraphs, each on one line and without the marks of the scan. */
const paragraphs = decision
  .replace(/([^\n:])\n(?=[^\n\-+ (])/gu, '$1 ')
  .replace('Phụ lục I ĐỀ CƯƠNG BÁO CÁO Phục', 'Phụ lục I\nĐỀ CƯƠNG BÁO CÁO\nPhục')
  .replace('Phụ lục II DANH', 'Phụ lục II\nDANH')
  .replace(/\. (\d\. (?:Về|Với))/gu, '.\n$1')
  .split('\n')
  .map((line) => line.trim().replaceAll('*', '').replace(/^- \+/u, '+'))
  .filter(Boolean)

describe('plain text', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(decision)],
    ['UTF-8 with byte order mark, decomposed', Buffer.from(`\uFEFF${decision.normalize('NFD')}`)],
    ['UTF-16 little-endian with byte order mark', Buffer.from(`\uFEFF${decision}`, 'utf16le')],
    ['UTF-16 little-endian without it', Buffer.from(decision, 'utf16le')],
    ['UTF-16 big-endian', Buffer.from(`\uFEFF${decision}`, 'utf16le').swap16()],
  ])('%s', async (_name, bytes) => {
    const { text, kind } = await readPaperText(bytes, 'quyet-dinh.txt')
    expect(kind).toBe('txt')
    expect(reading(text)).toEqual(expected)
  })

  test('Windows-1258, whose tones are signs of their own', async () => {
    // "Số liệu" as old software wrote it: o with circumflex, acute; i, e with circumflex, dot below.
    const bytes = Buffer.from([0x53, 0xf4, 0xec, 0x20, 0x6c, 0x69, 0xea, 0xf2, 0x75])
    expect((await readPaperText(bytes, 'cu.txt')).text).toBe('Số liệu')
  })
})

describe('Word', () => {
  test('the decision with its marks typed', async () => {
    const { text, kind } = await readPaperText(await packed(paragraphs.map(paragraph)), 'quyet-dinh.docx')
    expect(kind).toBe('docx')
    expect(reading(text)).toEqual(expected)
  })

  test('is known by content under any name', async () => {
    const bytes = await packed([paragraph('Nội dung')])
    expect(await readPaperText(bytes, 'quyet-dinh.txt')).toEqual({ text: 'Nội dung', kind: 'docx' })
  })

  test('keeps the numbers that Word prints by itself', async () => {
    const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
      level: at,
      format,
      text,
      alignment: AlignmentType.START,
    })
    const numbering = {
      config: [
        {
          reference: 'muc',
          levels: [
            level(0, LevelFormat.UPPER_ROMAN, '%1.'),
            level(1, LevelFormat.DECIMAL, '%2.'),
            level(2, LevelFormat.DECIMAL, '%2.%3.'),
            level(3, LevelFormat.LOWER_LETTER, '%4)'),
          ],
        },
        { reference: 'gach', levels: [level(0, LevelFormat.BULLET, '-'), level(1, LevelFormat.BULLET, '+')] },
        { reference: 'ngoac', levels: [{ ...level(0, LevelFormat.DECIMAL, '(%1)'), start: 9 }] },
      ],
    }
    const numbered = (text: string, reference: string, at: number, instance = 0) =>
      new Paragraph({ children: [new TextRun(text)], numbering: { reference, level: at, instance } })
    const children = [
      numbered('MỤC ĐÍCH', 'muc', 0),
      numbered('Yêu cầu', 'muc', 1),
      numbered('Chung', 'muc', 2),
      numbered('Riêng', 'muc', 2),
      numbered('Một', 'muc', 3),
      numbered('THỜI GIAN', 'muc', 0),
      numbered('Yêu cầu', 'muc', 1),
      paragraph('Không có số'),
      numbered('Gạch', 'gach', 0),
      numbered('Cộng', 'gach', 1),
      numbered('Phường Thạch Khôi', 'ngoac', 0),
      numbered('Xã Việt Khê', 'ngoac', 0),
      numbered('Phường Lê Chân', 'ngoac', 0, 1),
    ]
    const { text } = await readPaperText(await packed(children, { numbering }), 'muc.docx')
    expect(text.split('\n\n')).toEqual([
      'I. MỤC ĐÍCH',
      '1. Yêu cầu',
      '1.1. Chung',
      '1.2. Riêng',
      'a) Một',
      'II. THỜI GIAN',
      '1. Yêu cầu',
      'Không có số',
      '- Gạch',
      '+ Cộng',
      '(9) Phường Thạch Khôi',
      '(10) Xã Việt Khê',
      '(9) Phường Lê Chân',
    ])
  })

  test('reads tables: rows as cells, the letterhead cell by cell', async () => {
    const cell = (...texts: string[]) => new TableCell({ children: texts.map(paragraph) })
    const row = (...cells: TableCell[]) => new TableRow({ children: cells })
    const head = new Table({ rows: [row(cell('ỦY BAN NHÂN DÂN', 'Số: 5/KH-UBND'), cell('CỘNG HÒA', 'Độc lập'))] })
    const list = new Table({ rows: [row(cell('STT'), cell('Đơn vị')), row(cell('1'), cell('Phường Lê Chân'))] })
    const shout = new Paragraph({
      children: [new TextRun({ text: 'Kế hoạch', allCaps: true }), new TextRun({ text: 'kiểm tra', break: 1 })],
    })
    const { text } = await readPaperText(await packed([head, shout, list]), 'bang.docx')
    expect(text.split('\n\n')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'Số: 5/KH-UBND',
      'CỘNG HÒA',
      'Độc lập',
      'KẾ HOẠCH\nkiểm tra',
      'STT | Đơn vị',
      '1 | Phường Lê Chân',
    ])
  })
})

describe('PDF', () => {
  test('the decision as an office prints it', async () => {
    const { text, kind } = await readPaperText(caseFile('decision-2251.pdf'), 'quyet-dinh.pdf')
    expect(kind).toBe('pdf')
    expect(reading(text)).toEqual(expected)
  })
})

/** A PDF of one page whose only content is the given stream. */
function pdf(stream: Buffer, filter: string): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>',
  ].map((body, index) => Buffer.from(`${index + 1} 0 obj${body}endobj\n`))
  const last = Buffer.concat([
    Buffer.from(`4 0 obj<</Length ${stream.length}${filter}>>stream\n`),
    stream,
    Buffer.from('\nendstream endobj\n'),
  ])
  const chunks = [Buffer.from('%PDF-1.4\n'), ...objects, last]
  const offsets = chunks.map((_, index) => chunks.slice(0, index).reduce((sum, chunk) => sum + chunk.length, 0))
  const table = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const body = Buffer.concat(chunks)
  return Buffer.concat([
    body,
    Buffer.from(
      `xref\n0 5\n0000000000 65535 f \n${table.join('')}trailer<</Size 5/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF`,
    ),
  ])
}

describe('a file that cannot be read is refused with a sentence', () => {
  const blank = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, ' ')
  const wordFile = (entry: ZipEntry) => zip([{ name: '[Content_Types].xml', data: Buffer.from('<Types/>') }, entry])
  test.each<[string, string, () => Buffer, RegExp]>([
    ['nothing', 'empty-paper', () => Buffer.alloc(0), /không có nội dung/u],
    ['blanks only', 'empty-paper', () => Buffer.from(' \n\t\n'), /không có nội dung/u],
    ['50 MB', 'paper-too-large', () => blank(50), /nặng 50 MB, quá giới hạn 20 MB/u],
    ['a text without end', 'paper-too-long', () => blank(3).fill('a'), /hơn 300\.000 ký tự/u],
    ['a locked PDF', 'paper-locked', () => caseFile('locked.pdf'), /mật khẩu/u],
    ['a scanned PDF', 'paper-is-a-picture', () => pdf(Buffer.from('0 0 500 700 re f'), ''), /bản quét/u],
    ['a PDF cut short', 'paper-damaged', () => caseFile('decision-2251.pdf').subarray(0, 300), /bị hỏng/u],
    [
      'a PDF bomb',
      'paper-unpacks-too-large',
      () => pdf(deflateSync(deflateSync(blank(100))), '/Filter[/FlateDecode/FlateDecode]'),
      /lớn hơn 64 MB/u,
    ],
    [
      'a zip bomb',
      'paper-unpacks-too-large',
      () => wordFile({ name: 'word/document.xml', data: blank(120) }),
      /giới hạn 100 MB/u,
    ],
    [
      'a zip packed too well',
      'paper-unpacks-too-large',
      () => wordFile({ name: 'word/media/a.bin', data: blank(30) }),
      /giới hạn 150 lần/u,
    ],
    [
      'a zip of many parts',
      'paper-unpacks-too-large',
      () => zip(Array.from({ length: 2_001 }, (_, at) => ({ name: `word/${at}`, data: Buffer.from('x') }))),
      /2001 thành phần/u,
    ],
    [
      'a zip that lies about its size',
      'paper-damaged',
      () => wordFile({ name: 'word/document.xml', data: blank(5), declared: 100 }),
      /bị hỏng/u,
    ],
    [
      'a locked zip',
      'paper-locked',
      () => wordFile({ name: 'word/document.xml', data: Buffer.from('x'), locked: true }),
      /mật khẩu/u,
    ],
    [
      'a zip cut short',
      'paper-damaged',
      () => wordFile({ name: 'word/document.xml', data: blank(1) }).subarray(0, 200),
      /bị hỏng/u,
    ],
    [
      'a Word file without sense',
      'paper-damaged',
      () => wordFile({ name: 'word/document.xml', data: Buffer.from('<w:document') }),
      /bị hỏng/u,
    ],
    [
      'a zip that is no Word file',
      'paper-of-another-kind',
      () => zip([{ name: 'xl/workbook.xml', data: Buffer.from('<x/>') }]),
      /tệp Office khác/u,
    ],
    [
      'an old Word file',
      'paper-of-another-kind',
      () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]),
      /lưu lại dạng \.docx/u,
    ],
    [
      'a locked Word file',
      'paper-locked',
      () =>
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.alloc(500),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      /bỏ mật khẩu/u,
    ],
    ['RTF', 'paper-of-another-kind', () => Buffer.from('{\\rtf1 x}'), /tệp RTF/u],
    ['a photograph', 'paper-is-a-picture', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), /ảnh chụp/u],
    [
      'a program',
      'paper-of-another-kind',
      () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 4, 5, 6, 7]),
      /tệp nhị phân/u,
    ],
  ])('%s', async (_name, code, make, words) => {
    const error = await readPaperText(make(), 'tệp thử.docx').then(
      () => null,
      (thrown) => thrown,
    )
    expect(error).toBeInstanceOf(UnreadablePaper)
    expect(error).toMatchObject({ code, sentence: expect.stringMatching(words) })
    expect(error.sentence).toContain('tệp thử.docx')
  })
})

test('the national catalogue has every province, and the local units instead of the file’s', () => {
  const renamed = catalogue.map((unit) => (unit.code === '11002' ? { ...unit, name: 'Thạch Khôi Mới' } : unit))
  const { units, provinces } = nationalCatalogue(renamed)
  expect(provinces).toHaveLength(34)
  expect(units.filter(({ type }) => type !== 'department')).toHaveLength(3_321)
  expect(units.filter(({ code }) => code === '11002').map(({ name }) => name)).toEqual(['Thạch Khôi Mới'])
})
