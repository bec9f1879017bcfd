import type { RichRun, RichText } from '@cchc/domain/outlines/rich-text.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as clipboards from './cases/clipboards.ts'
import { pastedText } from './pasted-text.ts'

type Written = string | Partial<RichRun>
const runs = (...all: Written[]): RichRun[] =>
  all.map((run) => (typeof run === 'string' ? { text: run } : { text: '', ...run }))
const b = (text: string) => ({ text, bold: true as const })
const p = (...all: Written[]) => ({ kind: 'paragraph' as const, runs: runs(...all) })
const li = (level: 0 | 1 | 2, ...all: Written[]) => ({ level, runs: runs(...all) })
const table = (...rows: Written[][]) => ({
  kind: 'table' as const,
  rows: rows.map((row) => ({ cells: row.map((cell) => ({ runs: cell === '' ? [] : runs(cell) })) })),
})

const cases: [string, string, string | RichText | null, string | null][] = [
  [
    'paragraphs of Word',
    clipboards.wordParagraphs,
    {
      blocks: [
        p(
          b('Kết quả nổi bật:'),
          ' Đơn vị đã ban hành ',
          { text: '05 văn bản', italic: true },
          ' chỉ đạo, tổ chức ',
          { text: '03 hội nghị', underline: true },
          '.',
        ),
        p('Ghi chú <nội bộ> & khác'),
      ],
    },
    'Đã bỏ định dạng riêng của Word.',
  ],
  [
    'lists of Word, which are paragraphs there',
    clipboards.wordList,
    {
      blocks: [
        {
          kind: 'list',
          ordered: false,
          items: [li(0, 'Rà soát thủ tục'), li(1, 'Cấp phường'), li(0, 'Công khai kết quả')],
        },
        p('Hết danh sách.'),
        { kind: 'list', ordered: true, items: [li(0, 'Một cửa'), li(1, 'Tiếp nhận'), li(0, 'Trả kết quả')] },
      ],
    },
    'Đã bỏ định dạng riêng của Word.',
  ],
  [
    'a table of Word with joined cells',
    clipboards.wordTable,
    {
      blocks: [
        p('Bảng tổng hợp:'),
        table(
          [b('Lĩnh vực'), b('Số hồ sơ'), ''],
          ['', 'Tiếp nhận', 'Đã giải quyết'],
          ['Hộ tịch\n(cấp xã)', '1.234', ''],
        ),
      ],
    },
    'Đã bỏ định dạng riêng của Word.',
  ],
  ['a picture of Word', clipboards.wordPicture, 'Ảnh buổi tiếp dân', 'Đã bỏ ảnh và định dạng riêng của Word.'],
  [
    'Google Docs',
    clipboards.googleDocs,
    {
      blocks: [
        p(b('Tiêu đề'), { text: ' nghiêng', italic: true }),
        { kind: 'list', ordered: false, items: [li(0, { text: 'Một', underline: true }), li(1, 'Một phẩy một')] },
        table(['Ô 1', 'Ô 2']),
      ],
    },
    null,
  ],
  [
    'cells of Excel',
    clipboards.excel,
    { blocks: [table(['Quý', 'Số hồ sơ'], ['I', '12.480'])] },
    'Đã bỏ định dạng riêng của Excel.',
  ],
  [
    'LibreOffice in capitals, items left open',
    clipboards.libreOffice,
    {
      blocks: [p(b('Đậm'), ' thường'), { kind: 'list', ordered: true, items: [li(0, 'Một'), li(0, 'Hai')] }],
    },
    null,
  ],
  [
    'a page with a script and a picture',
    clipboards.page,
    { blocks: [p(b('Tiêu đề')), p('Dòng một'), p('dòng hai'), p('Xem văn bản')] },
    'Đã bỏ ảnh.',
  ],
  ['plain words', '<meta charset="utf-8"><span>Chỉ là chữ</span>', 'Chỉ là chữ', null],
  ['nothing', '<html><body></body></html>', null, null],
  ['a tag that never ends', 'a <b>b <i c="', { blocks: [p('a ', b('b'))] }, null],
]

describe('what is kept of a clipboard', () => {
  test.each(cases)('%s', (_, html, text, note) => {
    expect(pastedText(html)).toEqual({ text, note })
  })

  test('a table too large keeps its first rows and columns and says so', () => {
    const row = `<tr>${'<td>x</td>'.repeat(25)}</tr>`
    const { text, note } = pastedText(`<table>${row.repeat(230)}</table>`)
    const [block] = (text as RichText).blocks
    if (block?.kind !== 'table') throw new Error('the table is gone')
    expect([block.rows.length, block.rows[0]!.cells.length]).toEqual([200, 20])
    expect(note).toBe('Bảng quá lớn: chỉ giữ 200 dòng và 20 cột đầu.')
  })

  test('whatever is on the clipboard is read', () => {
    const piece = fc.constantFrom(
      ...['<p>', '</p>', '<ul>', '<li>', '</ul>', '<table>', '<tr>', '<td colspan=3>', '<td rowspan="2">', '</table>'],
      ...['<!--', '-->', '<![if x]>', '<b>', '</b>', '<br/>', "<p style='mso-list:l0 level3 lfo1'>", '<img>', '<', '>'],
      ...['a', ' ', '&nbsp;', '&#0;', '&#x110000;', '"', "'", '<style>', '<o:p>', '</html>', '\u0000', 'ệ', '</'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(() => pastedText(pieces.join(''))).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })
})
