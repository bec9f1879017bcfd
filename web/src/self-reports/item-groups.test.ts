import { OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { describe, expect, it } from 'vitest'
import { groupItems } from './item-groups.ts'

const item = (key: string, kind: string, level = 0): OutlineItem =>
  OutlineItem.parse({
    key: `a.${key}`,
    label: key,
    kind,
    unit: null,
    level,
    marker: '-',
    appliesTo: ['commune'],
    advisoryOnly: false,
    fieldKey: 'steering',
    formula: null,
    threshold: null,
    choices: null,
    columns: null,
    required: true,
    guidance: null,
  })
const shape = (items: OutlineItem[]) =>
  groupItems(items).map(({ heading, items }) => [heading?.label ?? null, items.map((one) => one.label).join(' ')])

describe('groupItems', () => {
  it.each<[string, OutlineItem[], unknown]>([
    [
      'texts stand alone',
      [item('one', 'text'), item('two', 'text')],
      [
        [null, 'one'],
        [null, 'two'],
      ],
    ],
    ['a text keeps what is under it', [item('one', 'text'), item('rate', 'percent', 1)], [[null, 'one rate']]],
    [
      'a heading begins a sheet and keeps its parts',
      [item('tasks', 'heading'), item('all', 'number', 1), item('done', 'number', 1), item('next', 'text')],
      [
        ['tasks', 'all done'],
        [null, 'next'],
      ],
    ],
    [
      'figures of the first level share a sheet, a figure with parts has its own',
      [item('all', 'number'), item('part', 'number', 1), item('x', 'percent'), item('y', 'percent')],
      [
        [null, 'all part'],
        [null, 'x y'],
      ],
    ],
    ['a figure after a heading with nothing under it', [item('h', 'heading'), item('x', 'number')], [[null, 'x']]],
    ['nothing', [], []],
  ])('%s', (_name, items, groups) => {
    expect(shape(items)).toEqual(groups)
  })
})
