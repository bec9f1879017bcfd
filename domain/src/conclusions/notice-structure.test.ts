import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { ConclusionText } from './contract.ts'
import type { Piece } from './draft-conclusion.ts'
import {
  adoptPieces,
  afterEditing,
  keepWords,
  type NoticeStructure,
  partsOfText,
  pieceStandings,
  takePiece,
  textOfParts,
  untied,
} from './notice-structure.ts'
import { carryTies } from './ties.ts'

const fields = [{ fieldKey: 'a' }, { fieldKey: 'b' }]
const blank: ConclusionText = { overview: '', results: [], shortcomings: [], causes: '', execution: '' }
const piece = (key: string, part: string, words: string): Piece => ({ key, part, words, pointIds: [key], lacking: [] })
const pieces = [
  piece('p1', 'shortcomings.a', '- Một.\n+ Nguyên nhân: một.'),
  piece('p2', 'shortcomings.a', '- Hai.'),
  piece('p3', 'results.b', '- Ba.'),
]
const drafted = (of: readonly Piece[] = pieces) =>
  of.reduce((notice, { key }) => takePiece(notice, of, key, fields), {
    text: blank,
    structure: untied as NoticeStructure,
  })
const stateOf = (notice: ReturnType<typeof drafted>, of: readonly Piece[] = pieces) =>
  Object.fromEntries(pieceStandings(of, notice.structure, notice.text).map(({ key, state }) => [key, state]))
const edited = (notice: ReturnType<typeof drafted>, part: string, words: string) => {
  const text = textOfParts({ ...partsOfText(notice.text), [part]: words }, fields)
  return { text, structure: afterEditing(notice.structure, notice.text, text) }
}

describe('the structure of a notice', () => {
  it('has every piece word for word after drafting', () => {
    const notice = drafted()
    expect(notice.text).toEqual({
      ...blank,
      results: [{ fieldKey: 'b', text: '- Ba.' }],
      shortcomings: [{ fieldKey: 'a', text: '- Một.\n+ Nguyên nhân: một.\n- Hai.' }],
    })
    expect(notice.structure.ties['shortcomings.a']).toEqual(['p1', 'p1', 'p2'])
    expect(stateOf(notice)).toEqual({ p1: 'same', p2: 'same', p3: 'same' })
  })

  it('knows what was reworded, taken out and written by hand', () => {
    const notice = edited(drafted(), 'shortcomings.a', 'Câu dẫn viết tay.\n- Một, viết lại.\n+ Nguyên nhân: một.')
    expect(notice.structure.ties['shortcomings.a']).toEqual([null, 'p1', 'p1'])
    expect(stateOf(notice)).toEqual({ p1: 'edited', p2: 'removed', p3: 'same' })
  })

  it('shows a point that changed after drafting with its old and its new sentence, and overwrites nothing by itself', () => {
    const notice = edited(drafted(), 'shortcomings.a', '- Một, viết tay.\n+ Nguyên nhân: một.\n- Hai.')
    const changed = [{ ...pieces[0]!, words: '- Một mới.' }, ...pieces.slice(1)]
    const [p1] = pieceStandings(changed, notice.structure, notice.text)
    expect(p1).toMatchObject({
      state: 'changed',
      proposed: '- Một mới.',
      taken: '- Một.\n+ Nguyên nhân: một.',
      now: '- Một, viết tay.\n+ Nguyên nhân: một.',
    })
    const taken = takePiece(notice, changed, 'p1', fields)
    expect(taken.text.shortcomings).toEqual([{ fieldKey: 'a', text: '- Một mới.\n- Hai.' }])
    expect(stateOf(taken, changed).p1).toBe('same')
    const kept = keepWords(notice, changed, 'p1')
    expect(kept.text).toEqual(notice.text)
    expect(stateOf(kept, changed).p1).toBe('edited')
  })

  it('moves a piece whose point belongs elsewhere now, and says where it stands', () => {
    const moved = [pieces[0]!, piece('p2', 'results.b', '- Hai.'), pieces[2]!]
    const notice = drafted()
    expect(pieceStandings(moved, notice.structure, notice.text)[1]).toMatchObject({
      state: 'changed',
      standsIn: 'shortcomings.a',
    })
    const taken = takePiece(notice, moved, 'p2', fields)
    expect(taken.text.shortcomings).toEqual([{ fieldKey: 'a', text: '- Một.\n+ Nguyên nhân: một.' }])
    expect(taken.text.results).toEqual([{ fieldKey: 'b', text: '- Hai.\n- Ba.' }])
  })

  it('takes words out whose points tell them no more, or lets a person keep them as their own', () => {
    const left = pieces.slice(1)
    const notice = drafted()
    expect(stateOf(notice, left)).toEqual({ p2: 'same', p3: 'same', p1: 'gone' })
    expect(takePiece(notice, left, 'p1', fields).text.shortcomings).toEqual([{ fieldKey: 'a', text: '- Hai.' }])
    const kept = keepWords(notice, left, 'p1')
    expect(kept.text).toEqual(notice.text)
    expect(kept.structure.ties['shortcomings.a']).toEqual([null, null, 'p2'])
    expect(stateOf(kept, left)).toEqual({ p2: 'same', p3: 'same' })
  })

  it('puts a new piece where the order of print has it, and remembers that one was not wanted', () => {
    const grown = [pieces[0]!, piece('p9', 'shortcomings.a', '- Xen giữa.'), ...pieces.slice(1)]
    const notice = drafted()
    expect(stateOf(notice, grown).p9).toBe('new')
    expect(takePiece(notice, grown, 'p9', fields).text.shortcomings[0]!.text).toBe(
      '- Một.\n+ Nguyên nhân: một.\n- Xen giữa.\n- Hai.',
    )
    expect(stateOf(keepWords(notice, grown, 'p9'), grown).p9).toBe('removed')
  })

  it('ties a draft that was written before to what says the very same', () => {
    const text = textOfParts({ 'shortcomings.a': 'Lời dẫn.\n- Hai.\n- Một khác.', 'results.b': '- Ba.' }, fields)
    const adopted = adoptPieces({ text, structure: untied }, pieces)
    expect(adopted.structure.ties['shortcomings.a']).toEqual([null, 'p2', null])
    expect(stateOf(adopted)).toEqual({ p1: 'new', p2: 'same', p3: 'same' })
  })
})

describe('ties carried through an edit', () => {
  test.each<[string, string[], (string | null)[], string[], (string | null)[]]>([
    ['nothing changed', ['a', 'b'], ['1', '2'], ['a', 'b'], ['1', '2']],
    ['a line between', ['a', 'b'], ['1', '2'], ['a', 'mới', 'b'], ['1', null, '2']],
    ['a line taken out', ['a', 'b', 'c'], ['1', '2', '3'], ['a', 'c'], ['1', '3']],
    ['a line reworded wholly', ['a', 'b'], ['1', '2'], ['a', 'hoàn toàn khác'], ['1', '2']],
    [
      'a line cut in two',
      ['Sổ theo dõi ghi thiếu và hồ sơ lưu chưa đủ'],
      ['1'],
      ['Sổ theo dõi ghi thiếu.', 'Hồ sơ lưu chưa đủ.'],
      ['1', '1'],
    ],
    ['everything gone', ['a'], ['1'], [], []],
    ['written from nothing', [], [], ['a'], [null]],
  ])('%s', (_, before, ties, after, expected) => {
    expect(carryTies(before, ties, after)).toEqual(expected)
  })

  const lines = fc.array(fc.constantFrom('- một hai ba', '- bốn năm', '+ sáu', 'bảy tám chín mười', '- một hai bốn'), {
    maxLength: 12,
  })
  it('has one place a line, makes up no tie, and changes none where no line changed', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const ties = before.map((_, index) => (index % 4 === 3 ? null : `k${index}`))
        const carried = carryTies(before, ties, after)
        expect(carried).toHaveLength(after.length)
        for (const tie of carried) if (tie !== null) expect(ties).toContain(tie)
        expect(carryTies(before, ties, before)).toEqual(ties)
      }),
    )
  })

  it('leaves every piece word for word in place however the draft was put together', () => {
    const anyPieces = fc
      .uniqueArray(fc.tuple(fc.nat(30), fc.constantFrom('overview', 'results.a', 'shortcomings.b'), fc.nat(3)), {
        maxLength: 10,
        selector: ([key]) => key,
      })
      .map((rows) =>
        rows.map(([key, part, n]) =>
          piece(`k${key}`, part, Array.from({ length: n + 1 }, (_, i) => `- ${key} ${i}`).join('\n')),
        ),
      )
    fc.assert(
      fc.property(anyPieces, fc.array(fc.nat(9)), (of, order) => {
        let notice = { text: blank, structure: untied as NoticeStructure }
        const keys = [...order.map((place) => of[place % Math.max(1, of.length)]?.key), ...of.map(({ key }) => key)]
        for (const key of keys) if (key !== undefined) notice = takePiece(notice, of, key, fields)
        expect(pieceStandings(of, notice.structure, notice.text).every(({ state }) => state === 'same')).toBe(true)
        expect(drafted(of).text).toEqual(notice.text)
      }),
    )
  })
})
