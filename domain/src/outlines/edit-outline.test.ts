import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, item } from './cases/sample.ts'
import { checkOutline } from './check-outline.ts'
import { compareOutlines } from './compare-outlines.ts'
import { applyEdit, beginHistory, type EditHistory, redo, undo } from './edit-history.ts'
import { editOutline, type OutlineEdit } from './edit-outline.ts'
import { Outline, outlineItems } from './outline.ts'
import { givenKeys, proposeItemKey, proposeKey } from './outline-keys.ts'

const sample: Outline = Outline.parse({
  title: 'Đề cương',
  note: '',
  parts: [
    {
      key: 'p1',
      number: 'I',
      title: 'Phần một',
      sections: [
        {
          key: 's1',
          number: '1',
          title: 'Mục một',
          fieldKey: 'general',
          items: [
            item('s1.total', 'number'),
            item('s1.done', 'number', { level: 1 }),
            item('s1.late', 'number', { level: 1 }),
            item('s1.words', 'text'),
          ],
        },
        { key: 's2', number: '2', title: 'Mục hai', fieldKey: 'general', items: [item('s2.words', 'text')] },
      ],
    },
    {
      key: 'p2',
      number: 'II',
      title: 'Phần hai',
      sections: [{ key: 's3', number: '', title: 'Mục ba', fieldKey: 'general', items: [item('s3.words', 'text')] }],
    },
  ],
  checks: [check('within', 's1__done <= s1__total', { itemKeys: ['s1.done', 's1.total'] })],
})

const keysIn = (outline: Outline) => outlineItems(outline).map(({ item: { key } }) => key)
const after = (...edits: OutlineEdit[]): Outline =>
  edits.reduce((outline, edit) => {
    const edited = editOutline(outline, edit)
    if ('problem' in edited) throw new Error(edited.problem)
    return edited.outline
  }, sample)
const problemOf = (edit: OutlineEdit, outline = sample) => {
  const edited = editOutline(outline, edit)
  return 'problem' in edited ? edited.problem : null
}

describe('an edit', () => {
  it.each<[string, OutlineEdit[], string[]]>([
    [
      'adds an item',
      [{ act: 'add-item', sectionKey: 's2', at: 0, item: item('s2.new', 'text') }],
      ['s1.total', 's1.done', 's1.late', 's1.words', 's2.new', 's2.words', 's3.words'],
    ],
    [
      'moves a line with what stands under it',
      [{ act: 'move-item', key: 's1.total', sectionKey: 's3', at: 1, withParts: true }],
      ['s1.words', 's2.words', 's3.words', 's1.total', 's1.done', 's1.late'],
    ],
    [
      'moves one line alone',
      [{ act: 'move-item', key: 's1.late', sectionKey: 's1', at: 0, withParts: false }],
      ['s1.late', 's1.total', 's1.done', 's1.words', 's2.words', 's3.words'],
    ],
    [
      'retires a line with its parts',
      [{ act: 'retire-item', key: 's1.total', withParts: true }],
      ['s1.words', 's2.words', 's3.words'],
    ],
    [
      'brings a line back to its place',
      [
        { act: 'retire-item', key: 's1.done', withParts: false },
        { act: 'restore-item', key: 's1.done' },
      ],
      keysIn(sample),
    ],
    [
      'moves a section to another part',
      [{ act: 'move-section', key: 's1', partKey: 'p2', at: 0 }],
      ['s2.words', 's1.total', 's1.done', 's1.late', 's1.words', 's3.words'],
    ],
    [
      'brings a section back with its lines',
      [
        { act: 'retire-section', key: 's1' },
        { act: 'restore-section', key: 's1' },
      ],
      ['s2.words', 's1.total', 's1.done', 's1.late', 's1.words', 's3.words'],
    ],
    [
      'brings a retired part back with a line of it',
      [
        { act: 'retire-part', key: 'p2' },
        { act: 'restore-item', key: 's3.words' },
      ],
      keysIn(sample),
    ],
    [
      'moves a part',
      [{ act: 'move-part', key: 'p2', at: 0 }],
      ['s3.words', 's1.total', 's1.done', 's1.late', 's1.words', 's2.words'],
    ],
  ])('%s', (_case, edits, keys) => {
    expect(keysIn(after(...edits))).toEqual(keys)
  })
  it.each<[string, OutlineEdit, RegExp]>([
    ['a key that is taken', { act: 'add-item', sectionKey: 's2', at: 0, item: item('s1.done', 'text') }, /đã dùng rồi/],
    ['a key of no form', { act: 'add-item', sectionKey: 's2', at: 0, item: item('Khác', 'text') }, /không phải là mã/],
    [
      'a section that is not there',
      { act: 'move-item', key: 's1.done', sectionKey: 's9', at: 0, withParts: true },
      /Không có mục “s9”/,
    ],
    [
      'an item that is not there',
      { act: 'change-item', key: 's1.gone', changes: { label: 'x' } },
      /Không có chỉ mục “s1.gone”/,
    ],
    [
      'a section key twice',
      { act: 'add-section', partKey: 'p2', at: 0, section: { key: 's1', number: '', title: 'x', fieldKey: 'general' } },
      /đã dùng rồi/,
    ],
    ['a check key twice', { act: 'add-check', check: check('within', 'true') }, /đã dùng rồi/],
  ])('refuses %s', (_case, edit, sentence) => {
    expect(problemOf(edit)).toMatch(sentence)
  })
  it('gives no key away again, of items or of checks', () => {
    const gone = after({ act: 'retire-item', key: 's1.done', withParts: false }, { act: 'remove-check', key: 'within' })
    expect(problemOf({ act: 'add-item', sectionKey: 's1', at: 0, item: item('s1.done', 'text') }, gone)).toMatch(
      /đã ngừng hỏi/,
    )
    expect(problemOf({ act: 'add-check', check: check('within', 'true') }, gone)).toMatch(/đã dùng rồi/)
    expect(proposeItemKey(givenKeys(gone).items, 's1', 'Done')).toBe('s1.done-2')
  })
  it('keeps the last part', () => {
    expect(problemOf({ act: 'retire-part', key: 'p2' }, after({ act: 'retire-part', key: 'p1' }))).toMatch(
      /ít nhất một phần/,
    )
  })
})

describe('what a retired line leaves behind', () => {
  it('is said once a check, by the line’s words', () => {
    const gone = after({ act: 'retire-item', key: 's1.done', withParts: false })
    expect(checkOutline(gone)).toEqual([
      {
        key: 'within',
        sentence:
          'Phép kiểm tra “within” dùng chỉ mục “Nhãn s1.done” (s1.done), đã ngừng hỏi. Sửa biểu thức, hoặc hỏi lại chỉ mục đó.',
      },
    ])
  })
})

describe('splitting', () => {
  const split = (keeps: 'first' | 'second' | 'none', newKeys: string[]) =>
    after({ act: 'split-item', key: 's1.late', keeps, labels: ['Trễ dưới 5 ngày', 'Trễ từ 5 ngày'], newKeys })
  const linesOf = (outline: Outline) =>
    outline.parts[0]!.sections[0]!.items.slice(2, 4).map(({ key, label, splitFrom }) => [key, label, splitFrom ?? null])
  it.each<['first' | 'second' | 'none', string[], [string, string | null][], string[]]>([
    [
      'first',
      ['s1.x'],
      [
        ['s1.late', null],
        ['s1.x', 's1.late'],
      ],
      [],
    ],
    [
      'second',
      ['s1.x'],
      [
        ['s1.x', 's1.late'],
        ['s1.late', null],
      ],
      [],
    ],
    [
      'none',
      ['s1.x', 's1.y'],
      [
        ['s1.x', 's1.late'],
        ['s1.y', 's1.late'],
      ],
      ['s1.late'],
    ],
  ])('says which of the two goes on under the old key: %s', (keeps, newKeys, lines, retired) => {
    const outline = split(keeps, newKeys)
    expect(linesOf(outline).map(([key, , from]) => [key, from])).toEqual(lines)
    expect(linesOf(outline).map(([, label]) => label)).toEqual(['Trễ dưới 5 ngày', 'Trễ từ 5 ngày'])
    expect(outline.retired.items.map((line) => line.item.key)).toEqual(retired)
  })
  it('leaves what stands under the line under the first of the two', () => {
    const outline = after({
      act: 'split-item',
      key: 's1.total',
      keeps: 'second',
      labels: ['Một', 'Hai'],
      newKeys: ['s1.x'],
    })
    expect(keysIn(outline).slice(0, 5)).toEqual(['s1.x', 's1.done', 's1.late', 's1.total', 's1.words'])
  })
})

describe('keys are proposed from the wording', () => {
  it.each([
    ['admin-procedures', 'Tổng số hồ sơ TTHC tiếp nhận', 'admin-procedures.tong-so-ho-so-tthc-tiep-nhan'],
    ['p1.s2', 'Đạt tỷ lệ (%)', 'p1.s2.dat-ty-le'],
    ['2027', '…', 'muc-2027.chi-muc'],
  ])('%s, "%s"', (section, label, key) => {
    expect(proposeItemKey(new Set(), section, label)).toBe(key)
  })
  it('ends long ones at a word and numbers those that are taken', () => {
    const long = proposeKey(new Set(), 'Việc xây dựng ban hành kế hoạch cải cách hành chính của đơn vị')
    expect(long).toBe('viec-xay-dung-ban-hanh-ke-hoach-cai-cach-hanh')
    expect(
      proposeKey(new Set([long, `${long}-2`]), 'Việc xây dựng ban hành kế hoạch cải cách hành chính của đơn vị'),
    ).toBe(`${long}-3`)
  })
})

/** Any edit over what there is, also ones that cannot be made. */
const anyEdit: fc.Arbitrary<OutlineEdit> = (() => {
  const itemKey = fc.constantFrom(
    's1.total',
    's1.done',
    's1.late',
    's1.words',
    's2.words',
    's3.words',
    'n.a',
    'n.b',
    'n.c',
  )
  const sectionKey = fc.constantFrom('s1', 's2', 's3', 's4')
  const partKey = fc.constantFrom('p1', 'p2', 'p3')
  const at = fc.nat(5)
  const withParts = fc.boolean()
  return fc.oneof(
    fc.record({
      act: fc.constant('add-item' as const),
      sectionKey,
      at,
      item: itemKey.map((key) => item(key, 'number')),
    }),
    fc.record({
      act: fc.constant('change-item' as const),
      key: itemKey,
      changes: fc.record({ label: fc.constantFrom('x', 'y') }),
    }),
    fc.record({ act: fc.constant('move-item' as const), key: itemKey, sectionKey, at, withParts }),
    fc.record({ act: fc.constant('retire-item' as const), key: itemKey, withParts }),
    fc.record({ act: fc.constant('restore-item' as const), key: itemKey }),
    fc.record({
      act: fc.constant('split-item' as const),
      key: itemKey,
      keeps: fc.constantFrom('first' as const, 'second' as const, 'none' as const),
      labels: fc.constant(['một', 'hai'] as [string, string]),
      newKeys: fc.tuple(itemKey, itemKey),
    }),
    fc.record({
      act: fc.constant('add-section' as const),
      partKey,
      at,
      section: sectionKey.map((key) => ({ key, number: '', title: 'x', fieldKey: 'general' })),
    }),
    fc.record({ act: fc.constant('move-section' as const), key: sectionKey, partKey, at }),
    fc.record({ act: fc.constantFrom('retire-section' as const, 'restore-section' as const), key: sectionKey }),
    fc.record({ act: fc.constant('move-part' as const), key: partKey, at }),
    fc.record({ act: fc.constant('retire-part' as const), key: partKey }),
    fc.record({
      act: fc.constant('add-part' as const),
      at,
      part: partKey.map((key) => ({ key, number: '', title: 'x' })),
    }),
    fc.record({
      act: fc.constant('add-check' as const),
      check: fc.constantFrom('within', 'c2').map((key) => check(key, 'true')),
    }),
    fc.record({ act: fc.constant('remove-check' as const), key: fc.constantFrom('within', 'c2') }),
  )
})()

describe('whatever is edited', () => {
  it('no item is lost, no key stands twice, the shape holds, and every step can be taken back and forth', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { maxLength: 40 }), (edits) => {
        const states: EditHistory[] = [beginHistory(sample)]
        for (const edit of edits) {
          const before = states.at(-1)!
          const made = applyEdit(before, edit)
          if ('problem' in made) {
            expect(made.problem).toMatch(/\.$/)
            continue
          }
          const [was, is] = [before.present, made.history.present]
          for (const kind of ['items', 'sections', 'parts', 'checks'] as const)
            expect([...givenKeys(was)[kind]].filter((key) => !givenKeys(is)[kind].has(key))).toEqual([])
          const all = [...keysIn(is), ...is.retired.items.map((line) => line.item.key)]
          expect(new Set(all).size).toBe(all.length)
          states.push(made.history)
        }
        const last = states.at(-1)!
        expect(Outline.parse(last.present)).toEqual(last.present)
        let history = last
        while (history.past.length > 0) history = undo(history)
        expect(history.present).toBe(sample)
        while (history.future.length > 0) history = redo(history)
        expect(history.present).toBe(last.present)
      }),
    )
  })
  it('writing on in one field is one step back', () => {
    let history = beginHistory(sample)
    for (const label of ['T', 'Tổ', 'Tổng'])
      history = (
        applyEdit(history, { act: 'change-item', key: 's1.total', changes: { label } }) as { history: EditHistory }
      ).history
    expect(history.past).toHaveLength(1)
    expect(undo(history).present).toBe(sample)
  })
})

describe('two versions compared by key', () => {
  const said = (outline: Outline) =>
    compareOutlines(sample, outline).map(({ what, key, kind, before, after: now }) => [what, key, kind, before, now])
  it('says nothing of the same', () => expect(said(structuredClone(sample))).toEqual([]))
  it.each<[string, OutlineEdit[], unknown[][]]>([
    [
      'a line added',
      [{ act: 'add-item', sectionKey: 's2', at: 0, item: item('s2.new', 'text') }],
      [['item', 's2.new', 'added', '', 'Nhãn s2.new']],
    ],
    [
      'a line retired',
      [{ act: 'retire-item', key: 's2.words', withParts: false }],
      [['item', 's2.words', 'retired', 'Nhãn s2.words', '']],
    ],
    [
      'a line in another section',
      [{ act: 'move-item', key: 's1.words', sectionKey: 's2', at: 0, withParts: false }],
      [['item', 's1.words', 'moved', 'I.1 Mục một', 'I.2 Mục hai']],
    ],
    [
      'only the line that moved',
      [{ act: 'move-item', key: 's1.words', sectionKey: 's1', at: 0, withParts: false }],
      [['item', 's1.words', 'moved', 'I.1 Mục một', 'I.1 Mục một']],
    ],
    [
      'words, kind, unit, formula',
      [
        {
          act: 'change-item',
          key: 's1.done',
          changes: { label: 'Xong', kind: 'percent', unit: '%', formula: 'rate(s1__late, s1__total)' },
        },
      ],
      [
        ['item', 's1.done', 'reworded', 'Nhãn s1.done', 'Xong'],
        ['item', 's1.done', 'kind', 'số đếm', 'tỷ lệ phần trăm'],
        ['item', 's1.done', 'unit', '', '%'],
        ['item', 's1.done', 'formula', '', 'rate(s1__late, s1__total)'],
      ],
    ],
    [
      'who answers and what must be answered',
      [{ act: 'change-item', key: 's1.done', changes: { appliesTo: ['commune'], required: true } }],
      [
        ['item', 's1.done', 'applies-to', 'mọi đơn vị', 'xã, phường, đặc khu'],
        ['item', 's1.done', 'required', 'không bắt buộc', 'bắt buộc'],
      ],
    ],
    [
      'where a new line comes from',
      [{ act: 'split-item', key: 's1.words', keeps: 'first', labels: ['Một', 'Hai'], newKeys: ['s1.hai'] }],
      [
        ['item', 's1.words', 'reworded', 'Nhãn s1.words', 'Một'],
        ['item', 's1.hai', 'added', 'tách từ “Nhãn s1.words”', 'Hai'],
      ],
    ],
    [
      'a section renamed and moved',
      [
        { act: 'change-section', key: 's2', changes: { title: 'Mới' } },
        { act: 'move-section', key: 's2', partKey: 'p2', at: 9 },
      ],
      [
        ['section', 's2', 'moved', 'I.2 Phần một', 'II.2 Phần hai'],
        ['section', 's2', 'reworded', 'Mục hai', 'Mới'],
      ],
    ],
    [
      'a check changed',
      [{ act: 'change-check', key: 'within', changes: { level: 'warning' } }],
      [
        [
          'check',
          'within',
          'check',
          's1__done <= s1__total · lỗi · Sai. · Phụ lục I',
          's1__done <= s1__total · cảnh báo · Sai. · Phụ lục I',
        ],
      ],
    ],
    [
      'the title',
      [{ act: 'change-outline', changes: { title: 'Khác' } }],
      [['outline', 'title', 'reworded', 'Đề cương', 'Khác']],
    ],
  ])('%s', (_case, edits, differences) => {
    expect(said(after(...edits))).toEqual(differences)
  })
})
