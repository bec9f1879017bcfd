import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check, item, outline } from '../outlines/cases/sample.ts'
import { type AnswerValue, Outline, outlineFor, outlineItems } from '../outlines/outline.ts'
import { maySend, outstanding, sectionProgress } from './progress.ts'

const small = outline(
  [
    item('a.heading', 'heading'),
    item('a.prose', 'text', { required: true, label: 'Kết quả' }),
    item('a.part', 'number', { required: true }),
    item('a.whole', 'number', { required: true, shortLabel: 'Tổng số' }),
    item('a.rate', 'percent', { formula: 'rate(a__part, a__whole)', required: true }),
    item('a.satisfied', 'percent', { threshold: { minimum: 95, clause: 'Phụ lục I, mục II.2' } }),
    item('a.budget', 'money', { appliesTo: ['commune'], required: true }),
    item('a.ended', 'date'),
  ],
  [
    check('part-of-whole', 'a__part <= a__whole', { itemKeys: ['a.part', 'a.whole'] }),
    check('few', 'a__part > 1', { level: 'warning', itemKeys: ['a.part'] }),
    check('budget', 'a__budget > 10', { itemKeys: ['a.budget'] }),
  ],
)
const full = {
  'a.prose': 'Đã làm',
  'a.part': 4,
  'a.whole': 5,
  'a.satisfied': 96,
  'a.budget': 12,
  'a.ended': '2026-07-01',
}

describe('progress', () => {
  it.each([
    ['nothing written', {}, 'commune', 0, 6],
    ['nothing written', {}, 'department', 0, 5],
    ['blank and cleared answers', { 'a.prose': '  ', 'a.part': null }, 'department', 0, 5],
    ['zero is an answer', { 'a.part': 0 }, 'department', 1, 5],
    ['an answer that is not asked', { 'a.budget': 1, 'a.rate': 80, 'a.heading': 'x' }, 'department', 0, 5],
    ['all written', full, 'commune', 6, 6],
  ] as const)('%s: %j for a %s is %i of %i', (_case, answers, unitKind, answered, toAnswer) => {
    expect(sectionProgress(small, answers, unitKind)).toEqual([{ partKey: 'p', sectionKey: 's', answered, toAnswer }])
  })
  it('leaves out sections that ask the unit nothing', () => {
    const advice = outline([item('a.advice', 'text', { advisoryOnly: true })])
    expect(sectionProgress(advice, {}, 'department')).toEqual([])
    expect(sectionProgress(advice, {}, 'advisory-department')).toHaveLength(1)
  })
})

describe('what is still to look at', () => {
  const points = (
    answers: Record<string, AnswerValue | null>,
    explanations = {},
    unitKind: 'commune' | 'department' = 'commune',
  ) => outstanding(small, answers, explanations, unitKind)
  const summary = (...args: Parameters<typeof points>) =>
    points(...args).map(({ kind, key, blocks }) => [kind, key, blocks])

  it('is nothing when all is well', () => {
    expect(points(full)).toEqual([])
    expect(maySend(points(full))).toBe(true)
  })
  it('puts errors first, then warnings, figures below target, and questions without an answer', () => {
    const answers = { 'a.part': 1, 'a.whole': 0, 'a.satisfied': 90 }
    expect(summary(answers)).toEqual([
      ['error', 'part-of-whole', true],
      ['warning', 'few', true],
      ['below-target', 'below-target:a.satisfied', false],
      ['unanswered', 'a.prose', true],
      ['unanswered', 'a.budget', true],
    ])
    expect(maySend(points(answers))).toBe(false)
  })
  it('an explanation settles a warning and a figure below target, never an error', () => {
    const answers = { ...full, 'a.part': 1, 'a.whole': 0, 'a.satisfied': 90 }
    const explanations = { 'part-of-whole': 'x', few: 'Ít hồ sơ', 'below-target:a.satisfied': 'Đang khắc phục' }
    expect(summary(answers, explanations)).toEqual([['error', 'part-of-whole', true]])
    expect(summary({ ...full, 'a.part': 1 }, { few: '  ' })).toEqual([['warning', 'few', true]])
  })
  it('a figure below target never blocks', () => {
    const list = points({ ...full, 'a.satisfied': 90 })
    expect(list).toHaveLength(1)
    expect(maySend(list)).toBe(true)
  })
  it('an unexplained warning blocks', () => {
    expect(maySend(points({ ...full, 'a.part': 1 }))).toBe(false)
  })
  it('does not judge what the unit is not asked', () => {
    expect(summary({ ...full, 'a.budget': 1 })).toEqual([['error', 'budget', true]])
    expect(summary({ ...full, 'a.budget': 1 }, {}, 'department')).toEqual([])
    expect(summary({ ...full, 'a.budget': null }, {}, 'department')).toEqual([])
  })
  it('says how to answer', () => {
    expect(points({ ...full, 'a.prose': '', 'a.whole': null }).map((point) => point.sentence)).toEqual([
      'Đề cương mục II.2: chưa có câu trả lời cho “Kết quả”. Nếu không phát sinh thì ghi “Không phát sinh”.',
      'Đề cương mục II.2: chưa có câu trả lời cho “Tổng số”. Nhập số; nếu không phát sinh thì nhập 0.',
    ])
  })
})

describe('the outline of 2026', () => {
  const file = new URL('../../../server/seed/outline-2026.json', import.meta.url)
  const outline2026 = Outline.parse(JSON.parse(readFileSync(file, 'utf8')))
  it.each(['department', 'advisory-department', 'commune'] as const)('can be answered whole by a %s', (unitKind) => {
    const asked = outlineItems(outlineFor(outline2026, unitKind)).map(({ item }) => item)
    const answers: Record<string, AnswerValue> = {}
    for (const { key, kind } of asked) {
      if (kind !== 'heading')
        answers[key] =
          kind === 'text' ? 'Không phát sinh' : kind === 'date' ? '2026-07-10' : kind === 'percent' ? 100 : 0
    }
    expect(outstanding(outline2026, {}, {}, unitKind).every((point) => point.kind === 'unanswered')).toBe(true)
    expect(outstanding(outline2026, answers, {}, unitKind)).toEqual([])
    const progress = sectionProgress(outline2026, answers, unitKind)
    expect(progress.every(({ answered, toAnswer }) => answered === toAnswer)).toBe(true)
    expect(progress).toHaveLength(unitKind === 'advisory-department' ? 13 : 12)
  })
})
