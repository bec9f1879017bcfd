import { describe, expect, test } from 'vitest'
import { Line, Passage, Text } from './shapes.ts'

describe.each([
  ['Text', Text],
  ['Line', Line],
  ['Passage', Passage],
] as const)('%s', (_, shape) => {
  test('is composed and trimmed', () => {
    expect(shape.parse('  Đoa\u0300n kiểm tra ')).toBe('Đoàn kiểm tra')
  })

  test('drops what no database column can hold, and keeps lines', () => {
    expect(shape.parse('a\u0000b\ud800c\r\nd')).toBe('abc\nd')
  })
})

test('an empty line is refused', () => {
  expect(Line.safeParse('   ').success).toBe(false)
})
