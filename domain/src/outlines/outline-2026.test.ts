import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPaper } from '../campaigns/decision/paper.ts'
import { readOutline } from '../campaigns/decision/read-outline.ts'
import { checkOutline } from './check-outline.ts'
import { evaluateOutline } from './evaluate.ts'
import { defaultFields } from './fields.ts'
import {
  type Answers,
  hasPrintedParts,
  isFigure,
  Outline,
  type OutlineItem,
  outlineFor,
  outlineItems,
  repeatsPartTitle,
} from './outline.ts'

const seed = (name: string) => readFileSync(new URL(`../../../server/seed/${name}`, import.meta.url), 'utf8')
const outline = Outline.parse(JSON.parse(seed('outline-2026.json')))
const items = outlineItems(outline).map(({ item }) => item)

/** Words and percent signs only: case, punctuation, emphasis and places to fill in are a matter of print. */
const words = (text: string) =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+|%/gu) ?? []
  ).join(' ')

/** The annex as printed: its lines after the title, each with the list mark before it; a mark may stand behind a stray hyphen. */
function printedLines(): { marker: string; words: string }[] {
  const lines = seed('decision-2251.txt').split('\n')
  const from = lines.findIndex((line) => line.trim() === 'Phụ lục I')
  const to = lines.findIndex((line) => line.trim() === 'Phụ lục II')
  return lines
    .slice(from + 1, to)
    .map((line) =>
      outline.corrections.reduce((text, { from: slip, to: mended }) => text.replace(slip, mended), line.trim()),
    )
    .filter((line) => line !== '')
    .map((line) => {
      const [, marker = '', text = ''] = /^(?:- (?=\+))?((?:[-+]|[a-zđ]\)|\d+\.|[IVX]+\.)(?= ))?(.*)$/u.exec(line) ?? []
      return { marker, words: words(text) }
    })
}

/** The same lines as the outline holds them; a line may be printed in more than one way (with its unit or not). */
function heldLines(): { marker: string; forms: string[] }[] {
  const title = words(outline.title)
  return [
    { marker: '', forms: [title.slice(0, title.indexOf('phục vụ') - 1)] },
    { marker: '', forms: [title.slice(title.indexOf('phục vụ'))] },
    ...outline.parts.flatMap((part) => [
      { marker: `${part.number}.`, forms: [words(part.title)] },
      ...part.sections.flatMap((section) => [
        ...(section.number === '' ? [] : [{ marker: `${section.number}.`, forms: [words(section.title)] }]),
        ...section.items.flatMap((item, index) =>
          item.added ? [] : [{ marker: item.marker, forms: formsOf(section.items, index) }],
        ),
      ]),
    ]),
    { marker: '', forms: [words(outline.note)] },
  ]
}

function formsOf(all: readonly OutlineItem[], index: number): string[] {
  const item = all[index]!
  const withUnit = (one: OutlineItem) => [one.label, `${one.label} ${one.unit ?? ''}`]
  if (hasPrintedParts(all, index)) return [words(`${item.label} trong đó`)]
  const next = all[index + 1]
  const joined = next?.added ? withUnit(next).map((rest) => `${item.label} ${rest}`) : []
  return [...withUnit(item), ...joined].map(words)
}

describe('the outline of 2026', () => {
  it('holds every line of the annex, in order, in its wording, under its mark, and no other', () => {
    const printed = printedLines()
    const held = heldLines()
    expect(printed.length).toBeGreaterThan(110)
    const asHeld = held.map(({ marker, forms }, index) => {
      const line = printed[index]
      return { marker, words: line && forms.includes(line.words) ? line.words : forms.join(' | ') }
    })
    expect(asHeld).toEqual(printed)
  })

  it('asks, line by line, for what the decision reader proposes', () => {
    const { outline: read } = readOutline(readPaper(seed('decision-2251.txt')))
    const proposed = read!.parts.flatMap((part) =>
      part.sections.flatMap((section) =>
        section.items.length === 0
          ? [{ kind: 'text', level: 0 }]
          : section.items.map((item) => ({
              kind: item.group && item.kind === 'text' ? 'heading' : item.kind,
              level: item.level - 1,
            })),
      ),
    )
    expect(items.filter((item) => !item.added).map(({ kind, level }) => ({ kind, level }))).toEqual(proposed)
  })

  it('lists as corrections only slips that the source has', () => {
    for (const { from, to } of outline.corrections) {
      expect(seed('decision-2251.txt')).toContain(from)
      expect(items.filter((item) => item.label.includes(to))).toHaveLength(1)
    }
  })

  it('is sound, with every line in a field of reform', () => {
    expect(
      checkOutline(
        outline,
        defaultFields.map((field) => field.key),
      ),
    ).toEqual([])
  })

  it('asks in every field', () => {
    expect(new Set(items.map((item) => item.fieldKey))).toEqual(new Set(defaultFields.map((field) => field.key)))
  })

  it('adds only what a line splits into, computed rates, thresholds, the advisory duty and the closing date', () => {
    expect(items.filter((item) => item.added).map((item) => item.key)).toEqual([
      'steering.plan-tasks.done-rate',
      'advice.responsibility',
      'admin-procedures.on-time-rate',
      'admin-procedures.satisfaction-rate',
      'admin-procedures.satisfaction-land-rate',
      'civil-service.staff-quota',
      'civil-service.records.work-files-count',
      'civil-service.records.work-files-online-rate',
      'public-finance.budget-expenditure',
      'public-finance.investment.planned',
      'public-finance.investment.disbursed',
      'public-finance.investment.disbursed-rate',
      'general.data-until',
    ])
  })

  it('gives every figure its unit, and the thresholds of the decision', () => {
    expect(items.filter((item) => isFigure(item) && item.unit === null)).toEqual([])
    expect(items.flatMap((item) => (item.threshold ? [[item.key, item.threshold.minimum]] : []))).toEqual([
      ['admin-procedures.satisfaction-rate', 95],
      ['admin-procedures.satisfaction-land-rate', 90],
    ])
  })

  it('asks communes for their budget and advisory departments for their duty, and all for the rest', () => {
    const keysFor = (kind: Parameters<typeof outlineFor>[1]) =>
      outlineItems(outlineFor(outline, kind)).map(({ item }) => item.key)
    const every = items.map((item) => item.key)
    const budget = ['public-finance.budget-revenue', 'public-finance.budget-expenditure']
    const advice = ['advice.responsibility']
    const without = (...left: string[]) => every.filter((key) => !left.includes(key))
    expect(keysFor('commune')).toEqual(without(...advice))
    expect(keysFor('department')).toEqual(without(...advice, ...budget))
    expect(keysFor('advisory-department')).toEqual(without(...budget))
  })

  it('prints the title of an undivided part once', () => {
    const undivided = outline.parts.filter((part) => part.sections.some((section) => repeatsPartTitle(part, section)))
    expect(undivided.map((part) => part.number)).toEqual(['III', 'IV', 'V'])
  })
})

/** The figures of one check, in the order of its item keys; those that pass it and those that do not. */
const cases: Record<
  string,
  { passes: readonly (readonly (number | string)[])[]; fails: readonly (readonly (number | string)[])[] }
> = {
  'plan-tasks-within-total': {
    passes: [
      [10, 5, 15],
      [10, 4, 15],
      [0, 0, 0],
    ],
    fails: [
      [10, 6, 15],
      [16, 0, 15],
    ],
  },
  'assigned-tasks-within-total': {
    passes: [
      [5, 3, 2, 10],
      [0, 0, 0, 1],
    ],
    fails: [
      [5, 3, 3, 10],
      [0, 0, 1, 0],
    ],
  },
  'inspected-documents-handled': {
    passes: [
      [3, 3],
      [0, 3],
    ],
    fails: [
      [4, 3],
      [1, 0],
    ],
  },
  'inspected-documents-rate': {
    passes: [
      [66.7, 2, 3],
      [66.67, 2, 3],
      [50, 0, 0],
    ],
    fails: [
      [66, 2, 3],
      [66.8, 2, 3],
    ],
  },
  'reviewed-documents-handled': { passes: [[3, 3]], fails: [[4, 3]] },
  'reviewed-documents-rate': {
    passes: [
      [100, 3, 3],
      [33.3, 1, 3],
    ],
    fails: [
      [90, 3, 3],
      [33.2, 1, 3],
    ],
  },
  'dossiers-resolved-within-received': {
    passes: [
      [12105, 12480],
      [5, 5],
    ],
    fails: [[12481, 12480]],
  },
  'dossiers-on-time-within-resolved': {
    passes: [
      [12105, 12105],
      [0, 3],
    ],
    fails: [[12160, 12105]],
  },
  'dossiers-overdue-within-received': {
    passes: [
      [90, 10, 100],
      [80, 5, 100],
    ],
    fails: [[90, 11, 100]],
  },
  'dossiers-late-counted-overdue': {
    passes: [
      [100, 90, 10],
      [100, 90, 15],
      [100, 100, 0],
    ],
    fails: [[100, 90, 9]],
  },
  'feedback-resolved-within-received': {
    passes: [
      [7, 7],
      [0, 7],
    ],
    fails: [[8, 7]],
  },
  'staff-within-quota': {
    passes: [
      [40, 42],
      [42, 42],
    ],
    fails: [[43, 42]],
  },
  'service-units-by-group': {
    passes: [
      [10, 1, 2, 3, 4],
      [0, 0, 0, 0, 0],
    ],
    fails: [
      [11, 1, 2, 3, 4],
      [9, 1, 2, 3, 4],
    ],
  },
  'investment-within-plan': {
    passes: [
      [80.5, 100],
      [100, 100],
    ],
    fails: [[100.5, 100]],
  },
  'data-after-start': { passes: [['2025-12-15'], ['2026-09-15']], fails: [['2025-12-14'], ['2024-12-31']] },
}

describe('each check of the outline of 2026', () => {
  it('has its cases', () => {
    expect(Object.keys(cases)).toEqual(outline.checks.map((check) => check.key))
  })

  it.each(outline.checks)('$key', (check) => {
    const answersOf = (figures: readonly (number | string)[]): Answers => {
      expect(figures).toHaveLength(check.itemKeys.length)
      return Object.fromEntries(check.itemKeys.map((key, index) => [key, figures[index]]))
    }
    const verdict = (answers: Answers) =>
      evaluateOutline(outline, answers).results.filter((result) => result.checkKey === check.key)
    for (const figures of cases[check.key]!.passes)
      expect([figures, verdict(answersOf(figures))]).toEqual([figures, []])
    for (const figures of cases[check.key]!.fails) {
      const answers = answersOf(figures)
      const [result] = verdict(answers)
      expect([figures, result?.level]).toEqual([figures, check.level])
      expect(result?.sentence).toMatch(/Đề cương.*(Sửa|sửa|Kiểm tra).*\.$/su)
      expect(result?.sentence).not.toMatch(/[{}—]/)
      for (const key of check.itemKeys) expect(verdict({ ...answers, [key]: null })).toEqual([])
    }
  })

  it('says it in plain words', () => {
    const { results } = evaluateOutline(outline, {
      'admin-procedures.on-time': 12_160,
      'admin-procedures.resolved': 12_105,
    })
    expect(results.map((result) => result.sentence)).toEqual([
      'Số hồ sơ đúng hạn (12.160) lớn hơn số đã giải quyết (12.105). Đề cương mục II.2: số đúng hạn là một phần của số đã giải quyết. Sửa một trong hai số này.',
    ])
  })

  it('leaves below-target satisfaction to be sent', () => {
    const { results } = evaluateOutline(outline, {
      'admin-procedures.satisfaction-rate': 94.2,
      'admin-procedures.satisfaction-land-rate': 90,
    })
    expect(results.map(({ checkKey, level }) => [checkKey, level])).toEqual([
      ['below-target:admin-procedures.satisfaction-rate', 'below-target'],
    ])
  })

  it.each([
    [
      'admin-procedures.on-time-rate',
      { 'admin-procedures.on-time': 11_900, 'admin-procedures.resolved': 12_105 },
      98.31,
    ],
    ['steering.plan-tasks.done-rate', { 'steering.plan-tasks.done': 1, 'steering.plan-tasks.total': 3 }, 33.33],
    [
      'public-finance.investment.disbursed-rate',
      { 'public-finance.investment.disbursed': 45.5, 'public-finance.investment.planned': 91 },
      50,
    ],
  ])('computes %s', (key, answers, rate) => {
    expect(evaluateOutline(outline, answers).values.get(key)).toBe(rate)
  })
})
