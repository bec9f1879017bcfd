import { describe, expect, test } from 'vitest'
import { clause, dash, paragraph, section, table } from './blocks.ts'
import { composePaper } from './compose-paper.ts'
import type { Block, PaperContent } from './paper.ts'
import { paperLines, titleLine } from './paper-lines.ts'

const content: PaperContent = {
  type: 'notice',
  illustrative: false,
  parentAgency: 'Ủy ban nhân dân thành phố Hải Phòng',
  issuingAgency: 'Sở Nội vụ',
  number: '5',
  symbol: 'TB-SNV',
  place: 'Hải Phòng',
  issuedOn: '2026-01-05',
  year: 2026,
  subject: 'Lịch kiểm tra',
  addressees: [],
  decides: null,
  legalBases: [],
  blocks: [paragraph('Nội dung.')],
  signatures: [{ authority: ['KT. Giám đốc'], post: 'Phó Giám đốc', name: null }],
  recipients: ['Như trên', 'Lưu: VT'],
  appendices: [],
}
const compose = (changes: Partial<PaperContent>) => composePaper({ ...content, ...changes })
const lastBlock = (blocks: Block[]) => {
  const { blocks: composed } = compose({ blocks })
  return composed.at(-1)
}

test('the whole of a small paper, in the order it is read', () => {
  expect(paperLines(compose({}))).toEqual([
    'ỦY BAN NHÂN DÂN',
    'THÀNH PHỐ HẢI PHÒNG',
    'SỞ NỘI VỤ',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 05/TB-SNV',
    'Hải Phòng, ngày 05 tháng 01 năm 2026',
    'THÔNG BÁO',
    'Lịch kiểm tra',
    'Nội dung./.',
    'Nơi nhận:',
    '- Như trên;',
    '- Lưu: VT.',
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
  ])
})

describe('the closing mark', () => {
  test('replaces the full stop of the last line', () => {
    expect(lastBlock([paragraph('Một.'), dash('Hai.')])).toEqual({
      kind: 'item',
      mark: '-',
      runs: [{ text: 'Hai./.' }],
    })
  })
  test('stands alone after a table', () => {
    const rows = table([{ title: 'Số', width: 100, align: 'left' }], [['1']])
    expect(lastBlock([rows])).toMatchObject({ kind: 'paragraph', runs: [{ text: './.' }] })
  })
  test('is there for a paper without body and after a heading', () => {
    expect(lastBlock([])).toMatchObject({ runs: [{ text: './.' }] })
    expect(lastBlock([clause('1.', 'Mục')])).toMatchObject({ text: 'Mục./.' })
  })
})

test('one addressee stands on the line of "Kính gửi", several on lines of their own', () => {
  expect(compose({ addressees: ['Ủy ban nhân dân'] }).printed.addressees).toEqual(['Kính gửi: Ủy ban nhân dân'])
  expect(compose({ addressees: ['Sở Tư pháp', 'Sở Tài chính'] }).printed.addressees).toEqual([
    'Kính gửi:',
    '- Sở Tư pháp;',
    '- Sở Tài chính.',
  ])
})

test('grounds end with ";" and the last with "."', () => {
  const { printed } = compose({ legalBases: ['Căn cứ Luật một', 'Căn cứ Luật hai'] })
  expect(printed.legalBases).toEqual(['Căn cứ Luật một;', 'Căn cứ Luật hai.'])
})

test('a dispatch names its subject under the number and bears no type name', () => {
  const { printed } = compose({ type: 'dispatch', symbol: 'SNV-CCHC&PC', subject: 'cung cấp tài liệu' })
  expect(printed).toMatchObject({
    typeName: null,
    dispatchSubject: 'V/v cung cấp tài liệu',
    number: 'Số: 05/SNV-CCHC&PC',
  })
})

test.each([
  ['Kết luận kiểm tra\nnhà nước năm 2026 tại Phường', 'Kết luận kiểm tra\nnhà nước năm\u00a02026 tại Phường'],
  ['So sánh năm 2025 với năm 2026', 'So sánh năm\u00a02025 với năm\u00a02026'],
  ['Trong năm\n2026', 'Trong năm\n2026'],
  ['Năm 20 và 20266 năm', 'Năm 20 và 20266 năm'],
])('a title never leaves a year alone on a line: %j', (subject, kept) => {
  const paper = compose({ subject, appendices: [{ number: 'I', title: subject, attachedTo: null, blocks: [] }] })
  expect([paper.subject, paper.printed.appendices[0]!.title]).toEqual([kept, kept.toLocaleUpperCase('vi')])
  // Lists and search hold it with plain spaces, as people type it.
  expect(titleLine(paper)).toBe(subject.replaceAll('\n', ' '))
})

test('an illustrative paper says so, any other does not', () => {
  expect(compose({ illustrative: true }).printed.illustrativeMark).toContain('Dữ liệu minh họa')
  expect(compose({}).printed.illustrativeMark).toBeNull()
})

test('every text is NFC and fit to print, capitals are Vietnamese', () => {
  const paper = compose({
    subject: 'Kết luận'.normalize('NFD'),
    blocks: [section('I.', 'đặc điểm'), paragraph([{ text: 'a\u0000b' }, { text: '\u200b' }])],
  })
  expect(paper.subject).toBe('Kết luận')
  expect(paper.blocks).toMatchObject([{ text: 'ĐẶC ĐIỂM' }, { runs: [{ text: 'ab./.' }] }])
})

test.each([
  ['columns of 90 %', table([{ title: 'A', width: 90, align: 'left' }], [['1']])],
  ['a row with a cell too many', table([{ title: 'A', width: 100, align: 'left' }], [['1', '2']])],
])('refuses a table with %s', (_, block) => {
  expect(() => compose({ blocks: [block] })).toThrow(/bảng/)
})

test('refuses a paper nobody signs', () => {
  expect(() => compose({ signatures: [] })).toThrow()
})
