import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blocksOf, hasHeadRow, listMarks, plainText, type RichBlock, RichText, tidyRichText } from './rich-text.ts'

const p = (...texts: string[]) => ({ kind: 'paragraph' as const, runs: texts.map((text) => ({ text })) })
const b = (text: string) => ({ text, bold: true as const })
const li = (level: 0 | 1 | 2, text: string, ordered?: boolean) => ({
  level,
  runs: [{ text }],
  ...(ordered === undefined ? {} : { ordered }),
})
const cells = (...texts: string[]) => ({ cells: texts.map((text) => ({ runs: text === '' ? [] : [{ text }] })) })

describe('what is kept of a formatted text', () => {
  const kept: [string, string | RichText, string | RichText | null][] = [
    ['plain paragraphs as a string', { blocks: [p('Một'), p('Hai ', 'ba')] }, 'Một\nHai ba'],
    ['an empty line between plain paragraphs', { blocks: [p('Một'), p(), p('Hai'), p()] }, 'Một\n\nHai'],
    ['blank paragraphs as nothing', { blocks: [p(' '), p()] }, null],
    ['a string as it was kept before', ' a\r\nb ', 'a\nb'],
    [
      'runs of one style joined, letters composed over the join',
      { blocks: [{ kind: 'paragraph', runs: [b('Tie'), b('\u0302'), b('\u0301p'), { text: ' nhận ' }] }] },
      { blocks: [{ kind: 'paragraph', runs: [b('Tiếp'), { text: ' nhận' }] }] },
    ],
    ['blanks in bold as no formatting', { blocks: [{ kind: 'paragraph', runs: [{ text: 'a' }, b('  ')] }] }, 'a'],
    [
      'a line break in a formatted paragraph as two paragraphs',
      { blocks: [{ kind: 'paragraph', runs: [b('a\nb')] }] },
      {
        blocks: [
          { kind: 'paragraph', runs: [b('a')] },
          { kind: 'paragraph', runs: [b('b')] },
        ],
      },
    ],
    [
      'a list without its empty items, no level skipped',
      { blocks: [p(), { kind: 'list', ordered: false, items: [li(1, 'a'), li(0, ' '), li(2, 'b', true)] }, p('  ')] },
      { blocks: [{ kind: 'list', ordered: false, items: [li(0, 'a'), li(1, 'b', true)] }] },
    ],
    [
      'table rows of one width, empty ones too',
      { blocks: [{ kind: 'table', rows: [cells('a', ' b '), cells('c'), cells('', '')] }] },
      { blocks: [{ kind: 'table', rows: [cells('a', 'b'), cells('c', ''), cells('', '')] }] },
    ],
    ['a table without words as nothing', { blocks: [{ kind: 'table', rows: [cells(' '), cells('')] }] }, null],
  ]
  test.each(kept)('%s', (_, given, expected) => {
    expect(tidyRichText(given)).toEqual(expected)
  })
})

describe('limits of a formatted text', () => {
  const row = cells('x')
  const wide = { cells: Array.from({ length: 21 }, () => ({ runs: [] })) }
  const refused: [string, unknown][] = [
    ['more letters than an answer may have', { blocks: [p('x'.repeat(10_000)), p('y'.repeat(10_001))] }],
    ['a table of 201 rows', { blocks: [{ kind: 'table', rows: Array.from({ length: 201 }, () => row) }] }],
    ['a table of 21 columns', { blocks: [{ kind: 'table', rows: [wide] }] }],
    ['a list of four levels', { blocks: [{ kind: 'list', ordered: false, items: [{ level: 3, runs: [] }] }] }],
    ['a colour', { blocks: [{ kind: 'paragraph', runs: [{ text: 'x', color: 'red' }] }] }],
    ['a picture', { blocks: [{ kind: 'image', src: 'x' }] }],
    ['no blocks', { blocks: [] }],
  ]
  test.each(refused)('%s is refused', (_, given) => {
    expect(RichText.safeParse(given).success).toBe(false)
  })
  test('200 rows of 20 columns are taken', () => {
    const full = { cells: Array.from({ length: 20 }, () => ({ runs: [{ text: 'x' }] })) }
    const given = { blocks: [{ kind: 'table', rows: Array.from({ length: 200 }, () => full) }] }
    expect(RichText.safeParse(given).success).toBe(true)
  })
})

describe('reading either kind', () => {
  test('marks and cells are words of the plain text', () => {
    const text: RichText = {
      blocks: [
        { kind: 'paragraph', runs: [{ text: 'Kết quả ' }, b('tốt')] },
        { kind: 'list', ordered: true, items: [li(0, 'Một'), li(1, 'x'), li(1, 'y'), li(0, 'Hai'), li(1, 'z', false)] },
        { kind: 'table', rows: [cells('Tên', 'Số'), cells('Mô hình', '3')] },
      ],
    }
    expect(plainText(text)).toBe('Kết quả tốt\n1. Một\n  a) x\n  b) y\n2. Hai\n  + z\nTên | Số\nMô hình | 3')
    expect(plainText('Một\nHai')).toBe('Một\nHai')
  })
  test('points are lettered as papers letter them', () => {
    const items = Array.from({ length: 7 }, (_, at) => li(at === 0 ? 0 : 1, 'x'))
    expect(listMarks({ kind: 'list', ordered: true, items })).toEqual(['1.', 'a)', 'b)', 'c)', 'd)', 'đ)', 'e)'])
  })
  test.each([
    ['bold', [{ cells: [{ runs: [b('A')] }, { runs: [] }] }, cells('1', '2')], true],
    ['half bold', [{ cells: [{ runs: [b('A')] }, { runs: [{ text: 'B' }] }] }, cells('1', '2')], false],
    ['bold and alone', [{ cells: [{ runs: [b('A')] }] }], false],
    ['empty', [cells('', ''), cells('1', '2')], false],
  ])('a first row that is %s heads the table: %s', (_, rows, expected) => {
    expect(hasHeadRow({ kind: 'table', rows })).toBe(expected)
  })
})

const letter = fc.constantFrom(
  ...['a', ' ', 'e', 'ệ', 'Đ', '\u0302', '\u0323', '\r', '\n', '\t'],
  ...['\u0000', '\u0085', '\ud800', '\udc00', '𝄞', '\u00a0'],
)
const mark = fc.option(fc.constant(true as const), { nil: undefined })
const run = fc
  .record({
    text: fc.array(letter, { maxLength: 6 }).map((parts) => parts.join('')),
    bold: mark,
    italic: mark,
    underline: mark,
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as typeof given)
const runs = fc.array(run, { maxLength: 4 })
const level = fc.constantFrom(0 as const, 1 as const, 2 as const)
const block = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ level, runs }, { requiredKeys: ['level', 'runs'] }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.record({ cells: fc.array(fc.record({ runs }), { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)
const richText = fc.record({ blocks: fc.array(block, { minLength: 1, maxLength: 4 }) })
const eitherText = fc.oneof(
  richText,
  fc.array(letter, { maxLength: 20 }).map((parts) => parts.join('')),
)

describe('for every text', () => {
  test('tidying twice is tidying once, and what is kept has its shape and can be stored', () => {
    fc.assert(
      fc.property(eitherText, (given) => {
        const once = tidyRichText(given)
        if (once === null) return
        expect(tidyRichText(once)).toEqual(once)
        if (typeof once !== 'string') expect(RichText.safeParse(once).success).toBe(true)
        const text = plainText(once)
        expect(text.isWellFormed() && !text.includes('\u0000') && text.trim() !== '').toBe(true)
      }),
    )
  })
  test('a kept string and its blocks are the same text', () => {
    fc.assert(
      fc.property(eitherText, (given) => {
        const once = tidyRichText(given)
        if (typeof once === 'string') expect(tidyRichText({ blocks: [...blocksOf(once)] })).toBe(once)
      }),
    )
  })
  test('tidying leaves every letter', () => {
    const textsOf = (each: RichBlock): string[] => {
      if (each.kind === 'paragraph') return each.runs.map((one) => one.text)
      if (each.kind === 'list') return each.items.flatMap((item) => item.runs.map((one) => one.text))
      return each.rows.flatMap((row) => row.cells.flatMap((cell) => cell.runs.map((one) => one.text)))
    }
    const lettersIn = (value: string | RichText | null) =>
      blocksOf(value ?? '')
        .flatMap(textsOf)
        .map((text) => text.replaceAll(/\p{Surrogate}/gu, ''))
        .join('')
        .normalize('NFD')
        .replaceAll(/[^\p{L}]/gu, '')
    fc.assert(
      fc.property(richText, (given) => {
        expect(lettersIn(tidyRichText(given))).toBe(lettersIn(given))
      }),
    )
  })
})
