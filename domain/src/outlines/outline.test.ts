import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerShape, isAnswered } from './answer.ts'
import { check, item, outline } from './cases/sample.ts'
import { formatAnswer } from './format-answer.ts'
import {
  celName,
  ItemKey,
  itemKeyOf,
  type OutlineItem,
  outlineFor,
  repeatsPartTitle,
  sectionReference,
  unitKindOf,
} from './outline.ts'

describe('item keys', () => {
  const segment = fc.stringMatching(/^[a-z][a-z0-9]{0,4}(-[a-z0-9]{1,4}){0,2}$/)
  const key = fc.array(segment, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('.'))
  it('become CEL names one to one', () => {
    fc.assert(
      fc.property(key, (value) => {
        expect(ItemKey.parse(value)).toBe(value)
        expect(celName(value)).toMatch(/^[a-z]\w*$/)
        expect(itemKeyOf(celName(value))).toBe(value)
      }),
    )
  })
  it.each(['plain', 'a..b', 'a--b.c', 'a-.b', 'A.b', 'a_b.c', '.a', 'a.', '1.a', 'a.b '])('refuses "%s"', (bad) => {
    expect(ItemKey.safeParse(bad).success).toBe(false)
  })
})

describe('answers', () => {
  it.each<[OutlineItem, unknown, boolean]>([
    [item('a.b', 'text'), ' Đã ban hành ', true],
    [item('a.b', 'text'), '   ', false],
    [item('a.b', 'text'), 3, false],
    [item('a.b', 'number'), 3, true],
    [item('a.b', 'number'), Number.NaN, false],
    [item('a.b', 'number'), '3', false],
    [item('a.b', 'date'), '2026-02-28', true],
    [item('a.b', 'date'), '2026-02-29', false],
    [item('a.b', 'choice', { choices: ['Có', 'Không'] }), 'Có', true],
    [item('a.b', 'choice', { choices: ['Có', 'Không'] }), 'Khác', false],
    [item('a.b', 'table', { columns: [{ key: 'n', label: 'Số', kind: 'number' }] }), [{ n: 1 }, { n: null }], true],
    [item('a.b', 'table', { columns: [{ key: 'n', label: 'Số', kind: 'number' }] }), [{ n: 'x' }], false],
    [item('a.b', 'table', { columns: [{ key: 'n', label: 'Số', kind: 'number' }] }), [{ m: 1 }], false],
    [item('a.b', 'heading'), 'x', false],
    [item('a.b', 'number', { formula: '1 + 1' }), 2, false],
  ])('%#', (asked, value, accepted) => {
    expect(answerShape(asked).safeParse(value).success).toBe(accepted)
  })
  it('are trimmed and composed', () => {
    expect(answerShape(item('a.b', 'text')).parse(' Vie\u0323\u0302t ')).toBe('Việt')
  })
  it.each([
    [null, false],
    [undefined, false],
    ['', false],
    [' \n', false],
    [[], false],
    [0, true],
    ['x', true],
    [[{ a: 1 }], true],
  ])('%j counts as an answer: %s', (value, answered) => {
    expect(isAnswered(value)).toBe(answered)
  })
  it.each<[OutlineItem['kind'], string | null, unknown, string]>([
    ['number', 'hồ sơ', 12480, '12.480'],
    ['percent', '%', 95.67, '95,67%'],
    ['money', 'triệu đồng', 1500, '1.500 triệu đồng'],
    ['money', null, 1500, '1.500 đ'],
    ['date', null, '2026-07-05', '05/07/2026'],
    ['text', null, 'Đã làm', 'Đã làm'],
    ['table', null, [{ a: 1 }], '1 dòng'],
    ['number', null, null, '—'],
  ])('a %s in %s is written: %j → %s', (kind, unit, value, text) => {
    expect(formatAnswer({ kind, unit }, value as never)).toBe(text)
  })
})

describe('the outline of one unit', () => {
  const mixed = outline([
    item('a.both', 'number'),
    item('a.commune', 'number', { appliesTo: ['commune'] }),
    item('a.advice', 'text', { appliesTo: ['department'], advisoryOnly: true }),
  ])
  it.each([
    ['department', ['a.both']],
    ['advisory-department', ['a.both', 'a.advice']],
    ['commune', ['a.both', 'a.commune']],
  ] as const)('%s', (unitKind, keys) => {
    expect(outlineFor(mixed, unitKind).parts[0]?.sections[0]?.items.map(({ key }) => key)).toEqual(keys)
  })
  it('leaves out a section with nothing to answer', () => {
    expect(
      outlineFor(outline([item('a.h', 'heading'), item('a.b', 'text', { appliesTo: ['commune'] })]), 'department')
        .parts,
    ).toEqual([])
  })
  it('leaves out the checks on items that do not apply', () => {
    const items = mixed.parts[0]!.sections[0]!.items
    const checks = [
      check('both', 'a__both > 0', { itemKeys: ['a.both'] }),
      check('commune', 'a__commune > 0', { itemKeys: ['a.both', 'a.commune'] }),
    ]
    const keysFor = (kind: 'department' | 'commune') =>
      outlineFor(outline(items, checks), kind).checks.map(({ key }) => key)
    expect(keysFor('department')).toEqual(['both'])
    expect(keysFor('commune')).toEqual(['both', 'commune'])
  })
  it.each([
    ['department', false, 'department'],
    ['department', true, 'advisory-department'],
    ['ward', false, 'commune'],
    ['special-zone', true, 'commune'],
  ])('a %s, advisory %s, is a %s', (type, advisory, kind) => {
    expect(unitKindOf(type, advisory)).toBe(kind)
  })
  it('cites a section by its numbers', () => {
    const [part] = mixed.parts
    const section = part!.sections[0]!
    expect(sectionReference(part!, section)).toBe('II.2')
    expect(sectionReference(part!, { ...section, number: '' })).toBe('II')
    expect(repeatsPartTitle(part!, { ...section, number: '', title: 'Phần' })).toBe(true)
    expect(repeatsPartTitle(part!, section)).toBe(false)
  })
})
