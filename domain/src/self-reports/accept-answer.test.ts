import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { item as itemOf } from '../outlines/cases/sample.ts'
import type { AnswerValue, OutlineItem } from '../outlines/outline.ts'
import { acceptAnswer } from './accept-answer.ts'

const item = (kind: OutlineItem['kind'], more: Partial<OutlineItem> = {}) =>
  itemOf('admin-procedures.received', kind, more)
const columns = [
  { key: 'name', label: 'Tên mô hình', kind: 'text' as const },
  { key: 'count', label: 'Số lượt', kind: 'number' as const },
]

describe('what is kept of an answer', () => {
  const kept: [string, OutlineItem, AnswerValue | null, AnswerValue | null][] = [
    ['a number', item('number'), 12480, 12480],
    [
      'text in one form of letters',
      item('text'),
      '  Tiế\u0302p nhâ\u0323n\r\nđủ '.normalize('NFD'),
      'Tiế\u0302p nhận\nđủ'.normalize('NFC'),
    ],
    ['text without what no database holds', item('text'), 'A\u0000B\ud800C\tD', 'ABC\tD'],
    ['blank text as no answer', item('text'), ' \n ', null],
    ['no rows as no answer', item('table', { columns }), [], null],
    ['null as cleared', item('number'), null, null],
    ['rows', item('table', { columns }), [{ name: ' Ngày thứ Bảy ', count: 3 }], [{ name: 'Ngày thứ Bảy', count: 3 }]],
    [
      'a formatted text, tidied',
      item('text'),
      { blocks: [{ kind: 'paragraph', runs: [{ text: ' a\u0000 ', bold: true }] }] },
      { blocks: [{ kind: 'paragraph', runs: [{ text: 'a', bold: true }] }] },
    ],
    [
      'a formatted text without formatting as a string',
      item('text'),
      { blocks: [{ kind: 'paragraph', runs: [{ text: 'a' }] }] },
      'a',
    ],
    ['a formatted text without words as no answer', item('text'), { blocks: [{ kind: 'paragraph', runs: [] }] }, null],
    ['a choice', item('choice', { choices: ['Có', 'Không'] }), 'Có', 'Có'],
    ['a date', item('date'), '2026-07-15', '2026-07-15'],
  ]
  test.each(kept)('%s', (_, of, given, expected) => {
    expect(acceptAnswer(of, given)).toEqual(expected)
  })

  const refused: [string, OutlineItem, AnswerValue, string][] = [
    ['words for a number', item('number'), 'mười', 'wrong-kind-of-answer'],
    ['a number for words', item('text'), 5, 'wrong-kind-of-answer'],
    [
      'formatted text for a number',
      item('number'),
      { blocks: [{ kind: 'list', ordered: false, items: [{ level: 0, runs: [{ text: '5' }] }] }] },
      'wrong-kind-of-answer',
    ],
    ['a day that does not exist', item('date'), '2026-02-30', 'wrong-kind-of-answer'],
    ['a choice that is not offered', item('choice', { choices: ['Có', 'Không'] }), 'Có thể', 'wrong-kind-of-answer'],
    ['an unknown column', item('table', { columns }), [{ other: 'x' }], 'wrong-kind-of-answer'],
    ['a computed item', item('percent', { formula: '1.0' }), 50, 'computed-item'],
    ['a heading', item('heading'), 'x', 'no-such-item'],
  ]
  test.each(refused)('%s is refused', (_, of, given, code) => {
    expect(() => acceptAnswer(of, given)).toThrow(expect.objectContaining({ code }))
  })

  test('what was kept once is kept as it is, and any database holds it', () => {
    const letters = [
      'a',
      ' ',
      'e',
      '\u0302',
      '\u0323',
      'ệ',
      'Đ',
      '\r',
      '\n',
      '\t',
      '\u0000',
      '\u0085',
      '\ud800',
      '\udc00',
      '𝄞',
    ]
    const text = fc.array(fc.constantFrom(...letters), { maxLength: 40 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (given) => {
        const once = acceptAnswer(item('text'), given)
        expect(acceptAnswer(item('text'), once)).toEqual(once)
        expect(once ?? '').toSatisfy((kept: string) => kept.isWellFormed() && !kept.includes('\u0000'))
      }),
    )
  })
})
