import { describe, expect, test } from 'vitest'
import { readFigure } from './number-reading.ts'

const count = { kind: 'number', unit: 'hồ sơ' }
const rate = { kind: 'percent', unit: '%' }
const money = { kind: 'money', unit: 'triệu đồng' }

describe('a figure as it is typed or pasted', () => {
  test.each([
    ['1.234,5', count, 1234.5],
    ['12.480 hồ sơ', count, 12480],
    [' 1\u00a0234\u202f567 ', count, 1234567],
    ['12,480.5', count, 12480.5],
    ['95,7', rate, 95.7],
    ['95.7 %', rate, 95.7],
    ['0,5%', rate, 0.5],
    ['0', rate, 0],
    ['1,5 tỷ', money, 1500],
  ])('“%s” is read', (text, item, value) => {
    expect(readFigure(text, item)).toEqual({ kind: 'number', value })
  })
  test.each([
    ['1,234', count, [1.234, 1234]],
    ['0,957', rate, [0.957, 95.7]],
    ['1.500.000.000', money, [1500, 1500000000]],
  ])('“%s” is asked about', (text, item, values) => {
    const reading = readFigure(text, item)
    expect(reading.kind === 'ambiguous' && reading.choices.map(({ value }) => value)).toEqual(values)
  })
  test.each([
    ['mười', count],
    ['12 hồ', count],
    ['#REF!', money],
  ])('“%s” is not', (text, item) => {
    expect(readFigure(text, item).kind).toBe('wrong')
  })
  test('nothing is nothing', () => expect(readFigure(' \u00a0 ', money)).toEqual({ kind: 'empty' }))
})
