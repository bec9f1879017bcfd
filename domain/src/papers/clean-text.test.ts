import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, endedWith } from './clean-text.ts'

describe('cleaned text', () => {
  test.each([
    ['decomposed letters', 'Việt Nam'.normalize('NFD'), 'Việt Nam'],
    ['a vertical tab from Word', 'một\u000bhai', 'một\nhai'],
    ['Windows line ends', 'một\r\nhai\rba', 'một\nhai\nba'],
    ['a tab', 'một\thai', 'một hai'],
    ['control characters', 'a\u0000b\u001fc\u007f', 'abc'],
    ['invisible and turning characters', '\ufeffgi\u00ad\u200bữ\u202e', 'giữ'],
    ['half a surrogate pair', 'a\ud800b', 'a\ufffdb'],
    ['a whole one', 'a😀b', 'a😀b'],
    ['a no-break space', 'a\u00a0b', 'a\u00a0b'],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })

  test('is NFC, holds nothing XML forbids and does not change when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text)
        expect(clean).toBe(clean.normalize('NFC'))
        expect(clean).not.toMatch(/[^\P{Cc}\n]|\p{Surrogate}|[\ufffe\uffff]/u)
        expect(cleanText(clean)).toBe(clean)
      }),
    )
  })
})

describe('end marks', () => {
  test.each([
    ['.', 'Đã xong', 'Đã xong.'],
    ['.', 'Đã xong;', 'Đã xong.'],
    ['.', 'Đã xong. ', 'Đã xong.'],
    [';', 'Đã xong./.', 'Đã xong;'],
    ['./.', 'Đã xong.', 'Đã xong./.'],
    ['./.', 'Đã xong./.', 'Đã xong./.'],
    ['./.', 'Có đúng không?', 'Có đúng không?./.'],
    ['.', 'Có đúng không?', 'Có đúng không?'],
    ['', 'Đã xong.', 'Đã xong'],
    ['.', 'đạt 95%', 'đạt 95%.'],
  ] as const)('"%s" after %s', (mark, text, ended) => {
    expect(endedWith(mark, text)).toBe(ended)
  })
})
