import { describe, expect, test } from 'vitest'
import { citeClause, type MarkKind, printMark, readMark } from './paper-marks.ts'

describe('readMark', () => {
  test.each<[string, MarkKind, string, string]>([
    ['Điều 12. Hiệu lực', 'article', '12', 'Hiệu lực'],
    ['IV. TỔ CHỨC THỰC HIỆN', 'roman', 'IV', 'TỔ CHỨC THỰC HIỆN'],
    ['ll. NỘI DUNG', 'roman', 'II', 'NỘI DUNG'],
    ['III/ Thời gian', 'roman', 'III', 'Thời gian'],
    ['Phần thứ nhất. Tình hình', 'part', 'nhất', 'Tình hình'],
    ['PHẦN II: KẾT QUẢ', 'part', 'II', 'KẾT QUẢ'],
    ['B. TỒN TẠI', 'upper', 'B', 'TỒN TẠI'],
    ['3.Công tác', 'arabic', '3', 'Công tác'],
    ['1/ Mục đích', 'arabic', '1', 'Mục đích'],
    ['3.1. Kiểm tra theo Kế hoạch', 'decimal', '3.1', 'Kiểm tra theo Kế hoạch'],
    ['a) Thành phần', 'letter', 'a', 'Thành phần'],
    ['đ) Khác', 'letter', 'đ', 'Khác'],
    ['(12) Xã Kiến Thụy', 'number', '12', 'Xã Kiến Thụy'],
    ['- (1) Sở Xây dựng', 'number', '1', 'Sở Xây dựng'],
    ['7) Phường Lê Chân', 'number', '7', 'Phường Lê Chân'],
    ['-Như Điều 3;', 'dash', '', 'Như Điều 3;'],
    ['- Lưu: VT.', 'dash', '', 'Lưu: VT.'],
    ['+ Số hồ sơ', 'plus', '', 'Số hồ sơ'],
  ])('%s', (text, kind, label, rest) => expect(readMark(text)).toEqual({ mark: { kind, label }, rest }))

  test.each([
    '76/NQ-CP ngày 15/7/2021',
    '2026. Trong quá trình thực hiện',
    '15/12/2025 đến nay',
    'Điều 3 và Điều 4',
    '95%',
    'Vinh',
    '-5 độ',
    'V.v',
  ])('%s has none', (text) => expect(readMark(text).mark).toBeNull())
})

test.each([
  [
    'III.2a',
    [
      ['roman', 'III'],
      ['arabic', '2'],
      ['letter', 'a'],
      ['dash', ''],
    ],
  ],
  [
    'III.3.1',
    [
      ['roman', 'III'],
      ['arabic', '3'],
      ['decimal', '3.1'],
    ],
  ],
  [
    'Điều 1.2',
    [
      ['article', '1'],
      ['arabic', '2'],
    ],
  ],
  [
    '2(9)',
    [
      ['arabic', '2'],
      ['number', '9'],
    ],
  ],
  [
    'A.I',
    [
      ['upper', 'A'],
      ['roman', 'I'],
    ],
  ],
  ['', [['dash', '']]],
] as const)('cites %s', (clause, marks) =>
  expect(citeClause(marks.map(([kind, label]) => ({ kind, label })))).toBe(clause),
)

test('prints marks as papers do', () => {
  expect(['a) x', '- x', '+ x', '(3) x', 'II. X'].map((text) => printMark(readMark(text).mark))).toEqual([
    'a)',
    '-',
    '+',
    '(3)',
    'II.',
  ])
})
