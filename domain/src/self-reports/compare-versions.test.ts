import { describe, expect, it } from 'vitest'
import { item, outline } from '../outlines/cases/sample.ts'
import type { Answers } from '../outlines/outline.ts'
import { compareVersions, wordsOfAnswer } from './compare-versions.ts'

const columns = [
  { key: 'name', label: 'Tên', kind: 'text' as const },
  { key: 'on', label: 'Ngày', kind: 'date' as const },
]
const table = item('a.models', 'table', { columns })
const small = outline([
  item('a.part', 'number'),
  item('a.whole', 'number'),
  item('a.rate', 'percent', { formula: 'rate(a__part, a__whole)' }),
  item('a.words', 'text'),
  table,
])
const compared = (before: Answers, after: Answers, was = {}, is = {}) =>
  compareVersions(small, { answers: before, explanations: was }, { answers: after, explanations: is })

describe('two versions of a report', () => {
  it('that say the same differ in nothing, whatever the blanks and letter forms', () => {
    const same = compared(
      { 'a.part': 4, 'a.words': 'Việt', 'a.models': [{ name: 'A', on: null }] },
      { 'a.part': 4, 'a.words': ' Việt '.normalize('NFD'), 'a.whole': null, 'a.models': [{ on: null, name: 'A' }] },
      { w: 'vì' },
      { w: ' vì ' },
    )
    expect(same).toEqual({ items: [], explanations: [] })
  })
  it('differ by figures with their difference, computed ones too, by what is answered, cleared and reworded', () => {
    const { items, explanations } = compared(
      { 'a.part': 4, 'a.whole': 5, 'a.words': 'Đã làm' },
      { 'a.part': 3, 'a.whole': 5, 'a.words': 'Đã làm xong', 'a.models': [{ name: 'A', on: '2026-07-01' }] },
      { w: 'vì' },
      {},
    )
    expect(items.map(({ item: { key }, kind, difference }) => [key, kind, difference])).toEqual([
      ['a.part', 'figure', -1],
      ['a.rate', 'figure', -20],
      ['a.words', 'words', null],
      ['a.models', 'answered', null],
    ])
    expect(explanations).toEqual([{ checkKey: 'w', before: 'vì', after: '' }])
    expect(compared({ 'a.part': 0 }, {}).items).toMatchObject([{ kind: 'cleared', before: 0, after: null }])
  })
  it('have their tables compared row by row', () => {
    expect(
      wordsOfAnswer(table, [
        { name: 'A', on: '2026-07-01' },
        { name: 'B', on: null },
      ]),
    ).toBe('A | 01/07/2026\nB | ')
    expect(wordsOfAnswer(small.parts[0]!.sections[0]!.items[0]!, 1234)).toBe('1.234')
  })
})
