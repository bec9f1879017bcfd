import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { check, item, outline } from './cases/sample.ts'
import { evaluateOutline } from './evaluate.ts'
import { type EarlierFigures, isJump, isJumpKey, jumpResults, jumpRuleOf, noEarlierFigures } from './jumps.ts'

const number = item('a.count', 'number')
const percent = item('a.rate', 'percent')
const money = (unit: string) => item('a.money', 'money', { unit })

describe('whether a figure jumped', () => {
  const cases: [string, ReturnType<typeof item>, number, number, boolean][] = [
    ['the same', number, 100, 100, false],
    ['just twice', number, 100, 200, false],
    ['one more than twice', number, 100, 201, true],
    ['just half', number, 200, 100, false],
    ['one less than half', number, 200, 99, true],
    ['three times, but small', number, 10, 30, false],
    ['three times and more than small', number, 11, 33, true],
    ['from nothing to a few', number, 0, 20, false],
    ['from nothing to many', number, 0, 21, true],
    ['to nothing', number, 21, 0, true],
    ['ten points', percent, 85.6, 95.6, false],
    ['ten points and a bit', percent, 85.6, 95.61, true],
    ['ten points and a bit less', percent, 95.61, 85.6, true],
    ['from 1% to 9%', percent, 1, 9, false],
    ['three times a small budget', money('triệu đồng'), 200, 600, false],
    ['three times a budget', money('triệu đồng'), 300, 900, true],
    ['the same in đồng', money('đồng'), 300_000_000, 900_000_000, true],
    ['the same in tỷ đồng', money('tỷ đồng'), 0.3, 0.9, true],
    ['by its own rule of times', item('a.own', 'number', { jump: { times: 1.5, over: 5 } }), 10, 16, true],
    ['within its own rule', item('a.own', 'number', { jump: { times: 1.5, over: 5 } }), 10, 15, false],
    ['by its own rule of points', item('a.own', 'percent', { jump: { points: 2 } }), 90, 92.5, true],
  ]
  it.each(cases)('%s', (_, of, before, now, expected) => {
    expect(isJump(jumpRuleOf(of)!, before, now)).toBe(expected)
  })
  it('asks about figures alone', () => {
    expect([jumpRuleOf(item('a.words', 'text')), jumpRuleOf(item('a.day', 'date'))]).toEqual([null, null])
  })
  test('is the same there and back, and never for what does not change', () => {
    const figure = fc.double({ min: 0, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(fc.constantFrom(number, percent, money('đồng')), figure, figure, (of, one, other) => {
        const rule = jumpRuleOf(of)!
        expect(isJump(rule, one, other)).toBe(isJump(rule, other, one))
        expect(isJump(rule, one, one)).toBe(false)
      }),
    )
  })
})

describe('what is said of jumps', () => {
  const small = outline(
    [
      item('a.part', 'number', { shortLabel: 'Đã giải quyết' }),
      item('a.whole', 'number', { shortLabel: 'Tiếp nhận' }),
      item('a.rate', 'percent', { formula: 'rate(a__part, a__whole)' }),
      item('a.words', 'text'),
    ],
    [check('part-of-whole', 'a__part <= a__whole', { itemKeys: ['a.part', 'a.whole'] })],
  )
  const said = (answers: Record<string, number>, earlier: EarlierFigures) =>
    jumpResults(small, evaluateOutline(small, answers), earlier)
  const lastYear = { year: 2025, figures: { 'a.part': 50, 'a.whole': 60, 'a.rate': 83.33 } }
  const lastSent = { version: 2, sentOn: '2026-07-09', figures: { 'a.part': 400 } }

  it('nothing without earlier figures, nor of an item that had none', () => {
    expect(said({ 'a.part': 500 }, noEarlierFigures)).toEqual([])
    expect(said({ 'a.part': 500 }, { lastYear: { year: 2025, figures: { 'a.gone': 1 } }, lastSent: null })).toEqual([])
  })
  it('a warning with both figures, the year, and how to mend it', () => {
    expect(said({ 'a.part': 120, 'a.whole': 130 }, { lastYear, lastSent: null })).toEqual([
      {
        checkKey: 'jump:a.part',
        level: 'warning',
        itemKeys: ['a.part'],
        sentence:
          '“Đã giải quyết” (mục II.2) là 120, năm 2025 là 50: gấp hơn 2 lần. Kiểm tra lại số này; nếu đúng, hãy giải trình vì sao thay đổi nhiều.',
        clause: 'So với năm 2025',
      },
      expect.objectContaining({ checkKey: 'jump:a.whole' }),
    ])
  })
  it('of the year and of the version sent before, each under a key of its own', () => {
    expect(said({ 'a.part': 120, 'a.whole': 121 }, { lastYear, lastSent }).map(({ checkKey }) => checkKey)).toEqual([
      'jump:a.part',
      'jump-since-2:a.part',
      'jump:a.whole',
    ])
  })
  it('a computed figure is never asked about, nor one that an error is about', () => {
    expect(
      said({ 'a.part': 70, 'a.whole': 700 }, { lastYear, lastSent: null }).map(({ checkKey }) => checkKey),
    ).toEqual(['jump:a.whole'])
    expect(said({ 'a.part': 900, 'a.whole': 800 }, { lastYear, lastSent: null })).toEqual([])
  })
  it('can be explained under its key, and nothing else can', () => {
    expect(
      [
        'jump:a.part',
        'jump-since-3:a.whole',
        'jump:a.rate',
        'jump:a.words',
        'jump:a.gone',
        'jump-since-x:a.part',
        'a.part',
      ].map((key) => isJumpKey(small, key)),
    ).toEqual([true, true, false, false, false, false, false])
  })
})
