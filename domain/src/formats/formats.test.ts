import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDateWithWeekday,
  formatDayAndMonth,
  formatInstant,
  formatLongDate,
  formatWeekday,
} from './dates.ts'
import { formatMoney, formatNumber, formatPercent, roundTo } from './numbers.ts'
import { parseVietnameseNumber } from './parse-number.ts'
import { upperFirst } from './upper-first.ts'

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [7, '7'],
    [999, '999'],
    [1000, '1.000'],
    [1234.5, '1.234,5'],
    [1234567.891, '1.234.567,89'],
    [1.005, '1,01'],
    [99.995, '100'],
    [-1234.5, '-1.234,5'],
    [-0.001, '0'],
    [0.1 + 0.2, '0,3'],
    [123456789012345, '123.456.789.012.345'],
  ])('%d is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })
  it('writes small fractions without an exponent', () => {
    expect(formatNumber(0.0000012, 20)).toBe('0,0000012')
  })
  it('writes percent and money', () => {
    expect(formatPercent(95.67)).toBe('95,67%')
    expect(formatPercent(100)).toBe('100%')
    expect(formatMoney(1_500_000)).toBe('1.500.000 đ')
    expect(formatMoney(12_345.6, 'triệu đồng')).toBe('12.345,6 triệu đồng')
  })
  it.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.005, 2, 1.01],
    [1e-9, 2, 0],
    [8.345, 2, 8.35],
  ])('rounds %d to %i decimals as %d', (value, decimals, rounded) => {
    expect(roundTo(value, decimals)).toBe(rounded)
  })
})

describe('reading numbers', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['1.234', 1234],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1.234.567,891', 1234567.891],
    ['1234.5', 1234.5],
    ['1,234.5', 1234.5],
    ['1,234,567', 1234567],
    ['1,234,567.25', 1234567.25],
    ['1 234', 1234],
    ['1 234 567,5', 1234567.5],
    ['1\u00a0234,5', 1234.5],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0,234', 0.234],
    ['0.234', 0.234],
    ['1234,567', 1234.567],
    ['1234.567', 1234.567],
    ['95,5%', 95.5],
    [' 95,5 % ', 95.5],
    ['1.500.000 đ', 1500000],
    ['1.500.000 đồng', 1500000],
    ['-1.234,5', -1234.5],
    ['−3', -3],
    ['+3', 3],
    ['-0', 0],
    ['007', 7],
  ])('"%s" is %d', (text, value) => {
    expect(parseVietnameseNumber(text)).toEqual({ value })
  })
  it.each([
    ['1,234', [1.234, 1234]],
    ['95,125%', [95.125, 95125]],
    ['-12,000', [-12, -12000]],
  ])('"%s" is ambiguous', (text, readings) => {
    expect(parseVietnameseNumber(text)).toEqual({ ambiguous: true, readings })
  })
  it.each([
    '',
    '   ',
    '%',
    'abc',
    '12a',
    '1.2.3',
    '1.23,4',
    '1,23,4',
    '12 34',
    '1.234.56',
    '1,5,',
    ',5',
    '5,',
    '1.234 567',
    '--1',
    '5%%',
    '1e5',
    'NaN',
    '1234567890123456',
  ])('"%s" is refused with a sentence', (text) => {
    const parsed = parseVietnameseNumber(text)
    expect('error' in parsed && parsed.error).toMatch(/\p{Lu}.*\.$|^“.*\.$/u)
  })
  it('names what was typed', () => {
    expect(parseVietnameseNumber('12 34')).toEqual({
      error: '“12 34” không phải là một số. Viết như 1.234,5: dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân.',
    })
  })

  const hundredths = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map((cents) => cents / 100 + 0)
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(hundredths, (value) => {
        for (const text of [
          formatNumber(value),
          formatPercent(value),
          formatMoney(value),
          formatMoney(value, 'đồng'),
        ]) {
          expect(parseVietnameseNumber(text)).toEqual({ value })
        }
      }),
    )
  })
  it('reads back any number of up to 15 digits, or asks and offers the right one first', () => {
    const anyNumber = fc
      .tuple(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, scale]) => digits / 10 ** scale)
    fc.assert(
      fc.property(anyNumber, (value) => {
        const parsed = parseVietnameseNumber(formatNumber(value, 20))
        expect('readings' in parsed ? parsed.readings[0] : parsed).toEqual('readings' in parsed ? value : { value })
      }),
    )
  })
  it('never throws and never answers without a finite number or a sentence', () => {
    const scraps = fc
      .array(fc.constantFrom('1', '2', '0', '234', '.', ',', ' ', '%', '-', 'đ', 'x'), { maxLength: 12 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string()), (text) => {
        const parsed = parseVietnameseNumber(text)
        if ('value' in parsed) expect(Number.isFinite(parsed.value)).toBe(true)
        else if ('error' in parsed) expect(parsed.error).toMatch(/\.$/)
        else expect(parsed.readings[1]).toBeCloseTo(parsed.readings[0] * 1000)
      }),
    )
  })
})

describe('dates', () => {
  it.each([
    ['2026-01-05', '05/01/2026', 'ngày 05 tháng 01 năm 2026', 'thứ Hai'],
    ['2026-02-10', '10/02/2026', 'ngày 10 tháng 02 năm 2026', 'thứ Ba'],
    ['2026-03-09', '09/03/2026', 'ngày 09 tháng 3 năm 2026', 'thứ Hai'],
    ['2026-07-15', '15/07/2026', 'ngày 15 tháng 7 năm 2026', 'thứ Tư'],
    ['2026-11-22', '22/11/2026', 'ngày 22 tháng 11 năm 2026', 'Chủ nhật'],
  ])('%s', (date, short, long, weekday) => {
    expect(formatDate(date)).toBe(short)
    expect(formatDayAndMonth(date)).toBe(short.slice(0, 5))
    expect(formatLongDate(date)).toBe(long)
    expect(formatWeekday(date)).toBe(weekday)
    expect(formatDateWithWeekday(date)).toBe(`${weekday} ${short}`)
  })
  it.each([
    ['2026-07-15T02:42:10Z', '15/07/2026 09:42'],
    ['2026-12-31T17:00:00.000Z', '01/01/2027 00:00'],
    ['2026-07-15T09:42:00+07:00', '15/07/2026 09:42'],
  ])('the instant %s is %s in Vietnam', (instant, text) => {
    expect(formatInstant(instant)).toBe(text)
  })
})

describe('a capital at the beginning', () => {
  it.each([
    ['còn 3 ngày', 'Còn 3 ngày'],
    ['đơn vị', 'Đơn vị'],
    ['ổn định', 'Ổn định'],
    ['ổn định'.normalize('NFD'), 'Ổn định'.normalize('NFD')],
    ['UBND phường', 'UBND phường'],
    ['30 ngày', '30 ngày'],
    ['“trích”', '“trích”'],
    ['', ''],
  ])('%j: %j', (text, expected) => {
    expect(upperFirst(text)).toBe(expected)
  })
})
