import { bold, clause, dash, paragraph, plus, point, section, table } from '@cchc/domain/papers/blocks.ts'
import { composePaper } from '@cchc/domain/papers/compose-paper.ts'
import type { PaperContent } from '@cchc/domain/papers/paper.ts'
import { paperLines } from '@cchc/domain/papers/paper-lines.ts'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { PaperView } from './PaperView.tsx'

const content: PaperContent = {
  type: 'report',
  illustrative: true,
  parentAgency: 'Ủy ban nhân dân thành phố Hải Phòng',
  issuingAgency: 'Sở Nội vụ',
  number: '5',
  symbol: 'BC-SNV',
  place: 'Hải Phòng',
  issuedOn: '2026-01-05',
  year: 2026,
  subject: 'Tổng hợp kết quả\nkiểm tra năm 2026',
  addressees: ['Sở Tư pháp', 'Sở Tài chính'],
  decides: 'Chủ tịch Ủy ban nhân dân',
  legalBases: ['Căn cứ Luật một', 'Căn cứ Luật hai'],
  blocks: [
    section('I.', 'Khái quát'),
    clause('1.', 'Số liệu'),
    paragraph([bold('Tổng số: '), { text: '12 & <3>', italic: true }]),
    table(
      [
        { title: 'Khối', width: 60, align: 'left' },
        { title: 'Số', width: 40, align: 'right' },
      ],
      [[{ runs: [bold('Sở')], columns: 2 }], ['Sở Xây dựng', '1.234,5']],
      'Bảng số liệu',
    ),
    point('a)', 'Chi tiết'),
    dash('Một'),
    plus('Hai'),
  ],
  signatures: [
    { authority: [], post: 'Thư ký', name: 'Hoàng Văn Mẫu' },
    { authority: ['KT. Giám đốc'], post: 'Phó Giám đốc', name: null },
  ],
  recipients: ['Như trên', 'Lưu: VT'],
  appendices: [{ number: 'I', title: 'Danh sách', attachedTo: 'Kèm theo Báo cáo', blocks: [paragraph('Hết.')] }],
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&#x27;': "'", '&quot;': '"' }

/** The words of the markup in order. Tags of inline text join, all others part. */
function wordsOf(markup: string): string[] {
  return markup
    .replace(/<\/?(strong|em)>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[\w#]+;/g, (name) => entities[name] ?? name)
    .split(/\s+/u)
    .filter((word) => word !== '')
}

const draw = (changes: Partial<PaperContent> = {}, headingLevel?: 1 | 2 | 3) => {
  const paper = composePaper({ ...content, ...changes })
  return { paper, markup: renderToStaticMarkup(<PaperView paper={paper} headingLevel={headingLevel} />) }
}

describe('a paper on screen', () => {
  test.each([
    ['with several signatures', {}],
    ['with one signature', { signatures: content.signatures.slice(1) }],
    ['with one addressee', { addressees: ['Ủy ban nhân dân thành phố'] }],
    ['as a dispatch', { type: 'dispatch' as const, illustrative: false }],
    ['without number, place and date', { symbol: null, place: null }],
    ['as a draft', { number: null, issuedOn: null }],
  ])('%s shows every word of the data, in order', (_, changes) => {
    const { paper, markup } = draw(changes)
    expect(wordsOf(markup)).toEqual(paperLines(paper).join(' ').split(/\s+/u))
  })

  test('its headings go down one level at a time, whatever the page gives it to start from', () => {
    const levels = (markup: string) => [...markup.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
    expect(levels(draw().markup)).toEqual([2, 3, 4, 5, 2])
    expect(levels(draw({ blocks: [point('a)', 'Một'), point('b)', 'Hai')] }, 1).markup)).toEqual([1, 2, 2, 1])
  })

  test('its tables name their columns and can be reached by keyboard', () => {
    const { markup } = draw()
    expect(markup.match(/<th scope="col"/g)).toHaveLength(2)
    expect(markup).toContain('<caption>Bảng số liệu</caption>')
    expect(markup).toMatch(/<figure[^>]*tabindex="0"[^>]*aria-label="Bảng số liệu"/)
    expect(markup).toContain('<td colSpan="2"')
  })

  test('it is Vietnamese and has a name', () => {
    expect(draw().markup).toMatch(/<article[^>]*lang="vi"[^>]*aria-label="BÁO CÁO: Tổng hợp kết quả kiểm tra năm 2026"/)
  })
})
