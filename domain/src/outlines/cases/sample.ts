import { Outline, type OutlineCheck, type OutlineItem } from '../outline.ts'

/** Small outlines for tests: an item, a check, and an outline of one section II.2 that holds them. */
export function item(key: string, kind: OutlineItem['kind'], over: Partial<OutlineItem> = {}): OutlineItem {
  return {
    key,
    label: `Nhãn ${key}`,
    kind,
    unit: null,
    level: 0,
    marker: '-',
    appliesTo: ['department', 'commune'],
    advisoryOnly: false,
    fieldKey: 'general',
    formula: null,
    threshold: null,
    choices: null,
    columns: null,
    required: false,
    guidance: null,
    added: false,
    ...over,
  }
}

export function check(key: string, expression: string, over: Partial<OutlineCheck> = {}): OutlineCheck {
  return { key, level: 'error', expression, message: 'Sai.', itemKeys: ['a.part'], clause: 'Phụ lục I', ...over }
}

export function outline(items: OutlineItem[], checks: OutlineCheck[] = []): Outline {
  const section = { key: 's', number: '2', title: 'Mục', fieldKey: 'general', items }
  return Outline.parse({
    title: 'Đề cương',
    note: '',
    parts: [{ key: 'p', number: 'II', title: 'Phần', sections: [section] }],
    checks,
  })
}
