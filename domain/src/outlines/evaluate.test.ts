import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, item, outline } from './cases/sample.ts'
import { checkOutline } from './check-outline.ts'
import { evaluateOutline } from './evaluate.ts'
import type { Answers, AnswerValue } from './outline.ts'

const figures = [
  item('a.part', 'number'),
  item('a.whole', 'number', { unit: 'hồ sơ' }),
  item('a.stated', 'percent'),
  item('a.paid', 'money'),
]
describe('computed items', () => {
  const rates = outline([
    ...figures,
    item('a.points', 'number', { formula: 'round(a__rate * 2 / 10 + 1, 1)' }),
    item('a.rate', 'percent', { formula: 'rate(a__part, a__whole)' }),
    item('a.share', 'number', { formula: 'a__part / a__whole' }),
  ])
  it('are computed in the order they need each other, whole numbers mixing with decimals', () => {
    const { values } = evaluateOutline(rates, { 'a.part': 2, 'a.whole': 3, 'a.rate': 99 })
    expect(values.get('a.rate')).toBe(66.67)
    expect(values.get('a.points')).toBe(14.3)
  })
  it.each<[Answers, string]>([
    [{ 'a.part': 2 }, 'a figure is missing'],
    [{ 'a.part': 2, 'a.whole': null }, 'a figure was cleared'],
    [{ 'a.part': 2, 'a.whole': '3' }, 'an answer is of another kind'],
    [{ 'a.part': 2, 'a.whole': 0 }, 'the whole is zero'],
    [{ 'a.part': 0, 'a.whole': 0 }, 'both are zero'],
  ])('have no value for %j: %s', (answers) => {
    const { values, results } = evaluateOutline(rates, answers)
    expect([values.has('a.rate'), values.has('a.points'), values.has('a.share')]).toEqual([false, false, false])
    expect(results).toEqual([])
  })
})

describe('checks', () => {
  const message = '{a.part} lớn hơn {a.whole}; {a.stated}; {a.paid}; {a.nothing}.'
  const checked = outline(figures, [
    check('part-of-whole', 'a__part <= a__whole', {
      message,
      itemKeys: ['a.part', 'a.whole'],
      clause: 'Phụ lục I, mục II.2',
    }),
    check('stated', 'rateMatches(a__stated, a__part, a__whole, 0.05)', { level: 'warning', itemKeys: ['a.stated'] }),
  ])
  it('say what is wrong with the figures in it', () => {
    const { results } = evaluateOutline(checked, { 'a.part': 12160, 'a.whole': 12105 })
    expect(results).toEqual([
      {
        checkKey: 'part-of-whole',
        level: 'error',
        itemKeys: ['a.part', 'a.whole'],
        sentence: '12.160 lớn hơn 12.105; —; —; {a.nothing}.',
        clause: 'Phụ lục I, mục II.2',
      },
    ])
  })
  it.each([
    ['equal', { 'a.part': 5, 'a.whole': 5 }, []],
    ['a figure missing', { 'a.part': 5 }, []],
    ['agrees to the twentieth', { 'a.part': 191, 'a.whole': 200, 'a.stated': 95.55 }, []],
    ['agrees below', { 'a.part': 191, 'a.whole': 200, 'a.stated': 95.45 }, []],
    ['just outside', { 'a.part': 191, 'a.whole': 200, 'a.stated': 95.551 }, ['stated']],
    ['outside below', { 'a.part': 191, 'a.whole': 200, 'a.stated': 95.44 }, ['stated']],
    ['nothing to compare with', { 'a.part': 0, 'a.whole': 0, 'a.stated': 100 }, []],
  ])('%s', (_case, answers, failing) => {
    expect(evaluateOutline(checked, answers).results.map((result) => result.checkKey)).toEqual(failing)
  })
  it('come in printed order, whatever the order of the checks', () => {
    const { results } = evaluateOutline(checked, { 'a.part': -1, 'a.whole': -2, 'a.stated': 120, 'a.paid': -3 })
    expect(results.map((result) => result.checkKey)).toEqual([
      'part-of-whole',
      'negative:a.part',
      'negative:a.whole',
      'stated',
      'percent-range:a.stated',
      'negative:a.paid',
    ])
  })
  it('compare texts, choices and dates', () => {
    const dated = outline(
      [item('a.part', 'date'), item('a.mode', 'choice', { choices: ['Giấy', 'Điện tử'] })],
      [
        check('date', 'a__part >= "2025-12-15"'),
        check('mode', 'a__mode in ["Giấy", "Điện tử"] && a__mode != "Giấy 5"'),
      ],
    )
    expect(checkOutline(dated)).toEqual([])
    expect(evaluateOutline(dated, { 'a.part': '2025-12-14', 'a.mode': 'Giấy' }).results.map((r) => r.checkKey)).toEqual(
      ['date'],
    )
    expect(evaluateOutline(dated, { 'a.part': '2025-12-15', 'a.mode': 'khác' }).results.map((r) => r.checkKey)).toEqual(
      ['mode'],
    )
  })
})

describe('rules for every outline', () => {
  const plain = outline([
    ...figures,
    item('a.satisfied', 'percent', { threshold: { minimum: 95, clause: 'Phụ lục I, mục II.2' } }),
    item('a.rate', 'percent', { formula: 'rate(a__part, a__whole)' }),
  ])
  it.each([
    [{ 'a.part': 1.5 }, 'fractional-count:a.part', 'error'],
    [{ 'a.part': -1 }, 'negative:a.part', 'error'],
    [{ 'a.paid': -0.5 }, 'negative:a.paid', 'error'],
    [{ 'a.stated': 100.01 }, 'percent-range:a.stated', 'error'],
    [{ 'a.stated': -0.01 }, 'percent-range:a.stated', 'error'],
    [{ 'a.satisfied': 94.99 }, 'below-target:a.satisfied', 'below-target'],
    [{ 'a.satisfied': 101 }, 'percent-range:a.satisfied', 'error'],
    [{ 'a.part': 6, 'a.whole': 5 }, 'percent-range:a.rate', 'error'],
  ])('%j: %s', (answers, checkKey, level) => {
    expect(evaluateOutline(plain, answers).results.map((result) => [result.checkKey, result.level])).toEqual([
      [checkKey, level],
    ])
  })
  it.each([[{ 'a.part': 0, 'a.paid': 0, 'a.stated': 0 }], [{ 'a.paid': 1.5, 'a.stated': 100, 'a.satisfied': 95 }]])(
    '%j is fine',
    (answers) => {
      expect(evaluateOutline(plain, answers).results).toEqual([])
    },
  )
  it('do not repeat of a computed figure what a check said of its inputs', () => {
    const checked = outline(plain.parts[0]!.sections[0]!.items, [check('part', 'a__part <= a__whole')])
    expect(evaluateOutline(checked, { 'a.part': 6, 'a.whole': 5 }).results.map((result) => result.checkKey)).toEqual([
      'part',
    ])
  })
  it('name the item, its place, the value and the way out', () => {
    const sentences = (answers: Record<string, number>) =>
      evaluateOutline(plain, answers).results.map((result) => result.sentence)
    expect(sentences({ 'a.stated': 950 })).toEqual([
      '“Nhãn a.stated” (mục II.2) là 950%, nhưng tỷ lệ chỉ có thể từ 0% đến 100%. Kiểm tra dấu phẩy thập phân rồi sửa số này.',
    ])
    expect(sentences({ 'a.satisfied': 94.2 })).toEqual([
      '“Nhãn a.satisfied” (mục II.2) là 94,2%, dưới mức tối thiểu 95% (Phụ lục I, mục II.2). Vẫn gửi được; nên nêu lý do và hướng khắc phục.',
    ])
  })
})

describe('evaluation is total', () => {
  const all = outline(
    [...figures, item('a.text', 'text'), item('a.rate', 'percent', { formula: 'rate(a__part, a__whole)' })],
    [check('x', 'a__part + a__whole > 1 ? near(a__rate, a__stated, 0.05) : a__text != "x"')],
  )
  it('for any answers of any kind', () => {
    const value: fc.Arbitrary<AnswerValue | null> = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string(),
      fc.constant(null),
      fc.integer().map((count) => [{ c: count }]),
    )
    const answers = fc.record({
      'a.part': value,
      'a.whole': value,
      'a.stated': value,
      'a.text': value,
      'a.rate': value,
    })
    fc.assert(
      fc.property(answers, (given) => {
        for (const result of evaluateOutline(all, given).results) expect(result.sentence.length).toBeGreaterThan(0)
      }),
    )
  })
})
