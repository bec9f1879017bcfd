import { expect, test } from 'vitest'
import { findFigures } from './find-figures.ts'

const found = (text: string) =>
  findFigures(text, (before, digits) => /nhóm\s*$/u.test(before) && digits.length === 1).map(
    ({ value, kind, outOf, factor }) => (outOf === null ? [value, kind, factor] : [value, outOf, kind]),
  )

test.each<[string, unknown[]]>([
  [
    'tiếp nhận 1.234 hồ sơ, trong đó trực tuyến 1.100 hồ sơ (89,1%)',
    [
      [1234, 'bare', 1],
      [1100, 'bare', 1],
      [89.1, 'percent', 1],
    ],
  ],
  [
    '12 480 hồ sơ; 05 nhiệm vụ',
    [
      [12480, 'bare', 1],
      [5, 'bare', 1],
    ],
  ],
  [
    '45,6 tỷ đồng, 1.500 triệu đồng và 12.000.000 đồng',
    [
      [45.6, 'money', 1e9],
      [1500, 'money', 1e6],
      [12000000, 'money', 1],
    ],
  ],
  [
    'hoàn thành 45/50 nhiệm vụ (90 %)',
    [
      [45, 50, 'bare'],
      [90, 'percent', 1],
    ],
  ],
  ['từ ngày 15/12/2025 đến 30/6/2026, tháng 7, quý 2 năm 2026, 6 tháng đầu năm', []],
  ['Kế hoạch số 164/KH-UBND, Nghị quyết số 44/2025/NQ-HĐND ngày 10 tháng 12 năm 2025, Quyết định số 2251', []],
  ['TCVN ISO 9001:2015 và ISO 18091:2020; điều 5, khoản 2; Phụ lục 1', []],
  [
    'nhóm 1: 3 đơn vị; nhóm 2: 4 đơn vị',
    [
      [3, 'bare', 1],
      [4, 'bare', 1],
    ],
  ],
  ['quá hạn: Không phát sinh', [[0, 'bare', 1]]],
  ['không để xảy ra sai phạm', []],
  ['đạt 100%', [[100, 'percent', 1]]],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test('"1,234" can be read in two ways', () => {
  expect(findFigures('1,234 hồ sơ', () => false)).toMatchObject([{ value: 1.234, otherValue: 1234 }])
})
