import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatNumber } from './numbers.ts'
import { parseVietnameseMoney } from './parse-money.ts'

describe('an amount as it is typed', () => {
  const read: [string, string, number][] = [
    ['1.500.000', 'đồng', 1_500_000],
    ['1.500.000 đ', 'đồng', 1_500_000],
    ['1 500 000\u00a0đồng', 'đồng', 1_500_000],
    ['1,500,000', 'đồng', 1_500_000],
    ['2 triệu', 'đồng', 2_000_000],
    ['2,5 triệu đồng', 'đồng', 2_500_000],
    ['1,5 tỷ', 'đồng', 1_500_000_000],
    ['1.5 tỉ', 'đồng', 1_500_000_000],
    ['2 tỷ 300 triệu', 'đồng', 2_300_000_000],
    ['2 tỷ đồng 300 triệu đồng', 'triệu đồng', 2_300],
    ['-3 tr', 'đồng', -3_000_000],
    ['500 nghìn', 'đồng', 500_000],
    ['1.500', 'triệu đồng', 1_500],
    ['1.234,5', 'triệu đồng', 1_234.5],
    ['1,5 tỷ', 'triệu đồng', 1_500],
    ['350 triệu', 'tỷ đồng', 0.35],
    ['0', 'đồng', 0],
    ['12.480', 'USD', 12_480],
  ]
  test.each(read)('“%s” in %s is %d', (text, unit, value) => {
    expect(parseVietnameseMoney(text, unit)).toEqual({ value })
    expect(parseVietnameseMoney(text.normalize('NFD'), unit)).toEqual({ value })
  })

  const asked: [string, string, [number, string][]][] = [
    [
      '1.500',
      'đồng',
      [
        [1_500, '1.500 đồng'],
        [1_500_000_000, '1.500 triệu đồng'],
      ],
    ],
    [
      '1,5',
      'đồng',
      [
        [1.5, '1,5 đồng'],
        [1_500_000, '1,5 triệu đồng'],
      ],
    ],
    [
      '1.500.000.000',
      'triệu đồng',
      [
        [1_500, '1.500.000.000 đồng'],
        [1_500_000_000, '1.500.000.000 triệu đồng'],
      ],
    ],
    [
      '2.000.000 đ',
      'triệu đồng',
      [
        [2, '2.000.000 đồng'],
        [2_000_000, '2.000.000 triệu đồng'],
      ],
    ],
    [
      '1,234 tỷ',
      'đồng',
      [
        [1_234_000_000, '1,234 tỷ đồng'],
        [1_234_000_000_000, '1.234 tỷ đồng'],
      ],
    ],
    [
      '1,234',
      'triệu đồng',
      [
        [1.234, '1,234 triệu đồng'],
        [1_234, '1.234 triệu đồng'],
      ],
    ],
  ]
  test.each(asked)('“%s” in %s is asked about', (text, unit, readings) => {
    expect(parseVietnameseMoney(text, unit)).toEqual({
      ambiguous: true,
      readings: readings.map(([value, words]) => ({ value, words })),
    })
  })

  test.each(['hai tỷ', '2 tỷ 3', '300 triệu 2 tỷ', '2 tỷ 1,234 triệu', 'triệu', '', '1.2.3 tỷ', '5 tỷ lệ'])(
    '“%s” is not read',
    (text) => {
      expect(parseVietnameseMoney(text, 'đồng')).toHaveProperty('error')
    },
  )

  test('what the screen writes is read back, in whatever unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 9_000_000_000_000 }), (dong) => {
        expect(parseVietnameseMoney(formatNumber(dong), 'đồng')).toEqual({ value: dong })
        const million = dong / 1_000_000
        expect(parseVietnameseMoney(`${formatNumber(million, 6)} triệu đồng`, 'đồng')).toSatisfy(
          (parsed: ReturnType<typeof parseVietnameseMoney>) =>
            'value' in parsed
              ? parsed.value === dong
              : 'ambiguous' in parsed && parsed.readings.some(({ value }) => value === dong),
        )
      }),
    )
  })
})
