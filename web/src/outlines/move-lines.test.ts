import { editOutline } from '@cchc/domain/outlines/edit-outline.ts'
import { Outline, outlineItems } from '@cchc/domain/outlines/outline.ts'
import { describe, expect, it } from 'vitest'
import { moveOf } from './move-lines.ts'

const item = (key: string, level: 0 | 1 = 0) => ({
  key,
  label: key,
  kind: 'text',
  unit: null,
  level,
  marker: '',
  appliesTo: ['commune'],
  advisoryOnly: false,
  fieldKey: 'general',
  formula: null,
  threshold: null,
  choices: null,
  columns: null,
  required: false,
  guidance: null,
})
const section = (key: string, items: object[]) => ({ key, number: '', title: key, fieldKey: 'general', items })
const outline = Outline.parse({
  title: 'x',
  note: '',
  parts: [
    {
      key: 'p',
      number: '',
      title: 'p',
      sections: [section('s', [item('s.a'), item('s.b'), item('s.b1', 1), item('s.c')]), section('t', [item('t.a')])],
    },
  ],
  checks: [],
})
const moved = (key: string, by: 1 | -1) => {
  const edit = moveOf(outline, key, by)
  if (!edit) return null
  const edited = editOutline(outline, edit)
  return 'outline' in edited
    ? outlineItems(edited.outline)
        .map((place) => place.item.key)
        .join(' ')
    : edited.problem
}

describe('one line up or down, with what stands under it', () => {
  it.each([
    ['s.a', 1, 's.b s.b1 s.a s.c t.a'],
    ['s.b', -1, 's.b s.b1 s.a s.c t.a'],
    ['s.b', 1, 's.a s.c s.b s.b1 t.a'],
    ['s.c', -1, 's.a s.c s.b s.b1 t.a'],
    ['s.c', 1, 's.a s.b s.b1 s.c t.a'],
    ['t.a', -1, 's.a s.b s.b1 s.c t.a'],
    ['t.a', 1, null],
    ['s.a', -1, null],
  ] as const)('%s by %i', (key, by, keys) => {
    expect(moved(key, by)).toBe(keys)
  })
})
