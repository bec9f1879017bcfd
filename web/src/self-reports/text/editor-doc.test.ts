import { type RichText, tidyRichText } from '@cchc/domain/outlines/rich-text.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docOf, textOfDoc } from './editor-doc.ts'

const mark = fc.constantFrom(true as const, undefined)
const text = fc
  .array(fc.constantFrom('a', 'ệ', ' ', '\n', 'Đ', '𝄞', 'e\u0302'), { maxLength: 5 })
  .map((all) => all.join(''))
const runs = fc.array(fc.record({ text, bold: mark, italic: mark, underline: mark }), { maxLength: 4 })
const item = fc.record({
  level: fc.constantFrom(0 as const, 1 as const, 2 as const),
  runs,
  ordered: fc.constantFrom(true, false, undefined),
})
const block = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), runs }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(item, { minLength: 1, maxLength: 7 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.record({ cells: fc.array(fc.record({ runs }), { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)
const written = fc.array(block, { minLength: 1, maxLength: 5 }).map((blocks) => tidyRichText({ blocks } as RichText))

describe('a text and the editor’s document', () => {
  test('there and back, every text is itself', () => {
    fc.assert(
      fc.property(written, (value) => {
        expect(textOfDoc(docOf(value))).toEqual(value)
      }),
      { numRuns: 500 },
    )
  })

  test('a string as it is being typed keeps its blanks and empty lines in the document', () => {
    expect(docOf(' a\n\nb ')).toEqual({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: ' a' }] },
        { type: 'paragraph' },
        { type: 'paragraph', content: [{ type: 'text', text: 'b ' }] },
      ],
    })
  })

  test('deeper lists of another kind stand under their item', () => {
    const value: RichText = {
      blocks: [
        {
          kind: 'list',
          ordered: true,
          items: [
            { level: 0, runs: [{ text: 'Một' }] },
            { level: 1, runs: [{ text: 'gạch' }], ordered: false },
            { level: 1, runs: [{ text: 'điểm' }] },
            { level: 0, runs: [{ text: 'Hai' }] },
          ],
        },
      ],
    }
    const [list] = docOf(value).content!
    expect(list!.type).toBe('orderedList')
    expect(list!.content).toHaveLength(2)
    expect(list!.content![0]!.content!.map(({ type }) => type)).toEqual(['paragraph', 'bulletList', 'orderedList'])
  })

  test('an empty document is no answer', () => {
    expect(textOfDoc({ type: 'doc', content: [{ type: 'paragraph' }] })).toBeNull()
    expect(textOfDoc({ type: 'doc' })).toBeNull()
  })
})
