import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedLines, type DiffPart, diffWords } from './word-diff.ts'

const shown = (parts: readonly DiffPart[]) => parts.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('')

describe('diffWords', () => {
  it.each([
    ['a b c', 'a b c', 'a b c', 'a b c'],
    ['đã giải quyết 12 hồ sơ', 'đã giải quyết 15 hồ sơ', 'đã giải quyết [12 ]hồ sơ', 'đã giải quyết [15 ]hồ sơ'],
    ['', 'mới', '', '[mới]'],
    ['một hai ba bốn', 'không hai ba năm', '[một ]hai ba [bốn]', '[không ]hai ba [năm]'],
    ['dòng một\ndòng hai', 'dòng một\nthêm\ndòng hai', 'dòng một\ndòng hai', 'dòng một\n[thêm\n]dòng hai'],
  ])('%j and %j', (left, right, leftShown, rightShown) => {
    const diff = diffWords(left, right)
    expect([shown(diff.left), shown(diff.right)]).toEqual([leftShown, rightShown])
  })

  const text = fc.array(fc.constantFrom('một', 'hai', 'ba', ' ', '\n', '  '), { maxLength: 30 }).map((w) => w.join(''))
  it('gives both texts back, and what it calls shared is the same in both', () => {
    fc.assert(
      fc.property(text, text, (left, right) => {
        const diff = diffWords(left, right)
        expect(diff.left.map((part) => part.text).join('')).toBe(left)
        expect(diff.right.map((part) => part.text).join('')).toBe(right)
        const shared = (parts: readonly DiffPart[]) =>
          parts
            .filter((part) => !part.differs)
            .map((part) => part.text)
            .join('')
        expect(shared(diff.left)).toBe(shared(diff.right))
      }),
    )
  })

  it('answers at once for two long texts that have nothing in common', () => {
    const [left, right] = ['một '.repeat(4_000), 'hai '.repeat(4_000)]
    expect(diffWords(left, right)).toEqual({
      left: [{ text: left, differs: true }],
      right: [{ text: right, differs: true }],
    })
  })
})

describe('changedLines', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], []],
    [['a', 'b', 'c'], ['a', 'x', 'c'], [['a', 'b', 'x']]],
    [
      ['a', 'c'],
      ['a', 'b', 'c', 'd'],
      [
        ['a', '', 'b'],
        ['c', '', 'd'],
      ],
    ],
    [['a', 'b', 'c'], ['c'], [['', 'a\nb', '']]],
    [[], ['a'], [['', '', 'a']]],
  ])('%j and %j', (left, right, changes) => {
    expect(changedLines(left, right).map(({ after, ...sides }) => [after, sides.left, sides.right])).toEqual(changes)
  })
})
