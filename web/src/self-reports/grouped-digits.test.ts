import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupedWhileTyping } from './grouped-digits.ts'

/** "|" is the cursor. */
const typed = (before: string, after: string) => {
  const caret = after.indexOf('|')
  const grouped = groupedWhileTyping(before, after.replace('|', ''), caret)
  return grouped && `${grouped.text.slice(0, grouped.caret)}|${grouped.text.slice(grouped.caret)}`
}

describe('an amount while it is typed', () => {
  test.each([
    ['', '1500|', '1.500|'],
    ['1.500', '1.5000|', '15.000|'],
    ['15.000', '15.00|', '1.500|'],
    ['15.000', '195|.000', '195|.000'],
    ['150.000', '1950|.000', '1.950.|000'],
    ['1.500', '|500', null],
    ['123', '123.|', null],
    ['1.234', '1.234,|', null],
    ['1.5', '1.55|', null],
    ['', '0|', null],
    ['0', '05|', null],
    ['1.500', '1.500 t|', null],
  ])('%s → %s', (before, after, expected) => {
    expect(typed(before, after) ?? null).toBe(expected === after ? null : expected)
  })

  test('digits typed one after the other are always divided by thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (amount) => {
        let text = ''
        for (const digit of String(amount)) {
          const next = text + digit
          text = groupedWhileTyping(text, next, next.length)?.text ?? next
        }
        expect(text).toBe(amount.toLocaleString('de-DE'))
      }),
    )
  })
})
