import { describe, expect, it } from 'vitest'
import { clockWording, divided, formulaWording } from './wording.ts'

describe('divided', () => {
  it.each([
    [
      'Số đúng hạn (12.160) lớn hơn số đã giải quyết (12.105). Đề cương mục II.2: sửa một trong hai số.',
      'Số đúng hạn (12.160) lớn hơn số đã giải quyết (12.105).',
      'Đề cương mục II.2: sửa một trong hai số.',
    ],
    [
      'Là 94,2%, dưới mức tối thiểu 95% (Phụ lục I, mục II.2). Vẫn gửi được.',
      'Là 94,2%, dưới mức tối thiểu 95% (Phụ lục I, mục II.2).',
      'Vẫn gửi được.',
    ],
    ['Một câu duy nhất, không có phần sau', 'Một câu duy nhất, không có phần sau', ''],
    ['Một câu duy nhất.', 'Một câu duy nhất.', ''],
  ])('%s', (sentence, lead, rest) => {
    expect(divided(sentence)).toEqual({ lead, rest })
  })
})

describe('formulaWording', () => {
  const names: Record<string, string> = { 'a.on-time': 'Số đúng hạn', 'a.resolved': 'Số đã giải quyết' }
  it('words a plain quotient', () => {
    expect(formulaWording('rate(a__on_time, a__resolved)', (key) => names[key])).toBe(
      '= số đúng hạn ÷ số đã giải quyết',
    )
  })
  it.each(['a__on_time + a__resolved', 'rate(a__on_time, a__unknown)', ''])('leaves %j without words', (formula) => {
    expect(formulaWording(formula, (key) => names[key])).toBeNull()
  })
})

describe('clockWording', () => {
  it.each([
    ['2026-09-15T02:42:00Z', '2026-09-15', '09:42'],
    ['2026-09-14T17:30:00Z', '2026-09-15', '00:30'],
    ['2026-09-14T02:42:00Z', '2026-09-15', '14/09 09:42'],
  ])('%s on %s is %s', (instant, today, words) => {
    expect(clockWording(instant, today)).toBe(words)
  })
})
