import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check, item, outline } from './cases/sample.ts'
import { checkOutline } from './check-outline.ts'
import {
  buildCheck,
  buildFormula,
  type CheckRecipe,
  checkRecipeOf,
  type FormulaRecipe,
  formulaRecipeOf,
} from './check-recipes.ts'
import { readExpression, tryCheck, tryFormula } from './try-out.ts'

const small = outline([
  item('a.total', 'number', { label: 'Tổng số' }),
  item('a.done', 'number', { label: 'Đã xong' }),
  item('a.late', 'number', { label: 'Quá hạn' }),
  item('a.rate', 'percent', { label: 'Tỷ lệ' }),
  item('a.money', 'money', { label: 'Kinh phí', appliesTo: ['commune'] }),
  item('a.spent', 'money', { label: 'Đã chi', appliesTo: ['commune'] }),
])

describe('an expression as it is written', () => {
  it.each<[string, 'check' | 'formula', RegExp, string | null]>([
    ['a__total >= 10 && a__gone > 1', 'check', /nhắc đến “a\.gone”/, 'a__gone'],
    ['1 + 2 + 3 > a__nope', 'check', /nhắc đến “a\.nope”/, 'a__nope'],
    ['a__total <', 'check', /bỏ dở hoặc sai cú pháp/, null],
    ['a__total', 'check', /phải cho ra đúng hoặc sai/, null],
    ['a__total >= 1', 'formula', /phải cho ra một con số/, null],
    ['10 >= total(5, a__total)', 'check', /gọi hàm không có/, 'total(5, a__total)'],
  ])('%s: says what is wrong and where', (source, purpose, sentence, at) => {
    const read = readExpression(small, source, purpose)
    if (!('problem' in read)) throw new Error('no problem found')
    expect(read.problem).toMatch(sentence)
    expect(read.range && source.slice(...read.range)).toBe(at)
  })
  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a__total', '1', ' ', '<', '=', '(', ')', '+', '"', 'rate', ',') }),
        (source) => {
          const read = readExpression(small, source, 'check')
          if ('problem' in read && read.range) expect(read.range[1]).toBeLessThanOrEqual(source.length)
        },
      ),
    )
  })
})

describe('a recipe', () => {
  const recipes: [string, CheckRecipe, string][] = [
    [
      'parts and total of counts',
      { kind: 'parts-equal', parts: ['a.done', 'a.late'], total: 'a.total' },
      'a__done + a__late == a__total',
    ],
    [
      'parts and total of money',
      { kind: 'parts-equal', parts: ['a.money', 'a.spent'], total: 'a.total' },
      'near(a__money + a__spent, a__total, 0.005)',
    ],
    [
      'parts within a total',
      { kind: 'parts-within', parts: ['a.done', 'a.late'], total: 'a.total' },
      'a__done + a__late <= a__total',
    ],
    ['one at most another', { kind: 'at-most', less: 'a.done', more: 'a.total' }, 'a__done <= a__total'],
    [
      'a stated rate',
      { kind: 'rate', stated: 'a.rate', part: 'a.done', whole: 'a.total' },
      'rateMatches(a__rate, a__done, a__total, 0.05)',
    ],
    ['a floor', { kind: 'at-least', item: 'a.rate', minimum: 95.5 }, 'a__rate >= 95.5'],
  ]
  it.each(recipes)('of %s writes a sound check and is known again', (_name, recipe, expression) => {
    const built = buildCheck(small, recipe)
    expect(built.expression).toBe(expression)
    expect(checkRecipeOf(built.expression)).toEqual(recipe)
    expect(checkOutline({ ...small, checks: [{ key: 'new', ...built }] })).toEqual([])
    expect(built.message).toMatch(/Đề cương mục II\.2/)
    expect(built.message).toMatch(/\.$/)
  })
  it.each<[FormulaRecipe, string]>([
    [{ kind: 'rate', part: 'a.done', whole: 'a.total' }, 'rate(a__done, a__total)'],
    [{ kind: 'sum', parts: ['a.done', 'a.late'] }, 'a__done + a__late'],
    [{ kind: 'difference', from: 'a.total', less: 'a.done' }, 'a__total - a__done'],
  ])('%j is a formula', (recipe, formula) => {
    expect(buildFormula(recipe)).toBe(formula)
    expect(formulaRecipeOf(formula)).toEqual(recipe)
    expect('problem' in readExpression(small, formula, 'formula')).toBe(false)
  })
  it('is not read into what was written by hand', () => {
    for (const expression of [
      'a__done * 2 <= a__total',
      'near(a__done + a__late, a__total, 2)',
      'a__done <= 5',
      'true',
    ])
      expect(checkRecipeOf(expression)).toBeNull()
  })
})

describe('tried on what units reported', () => {
  const reports = [
    {
      unitKind: 'commune' as const,
      answers: { 'a.total': 10, 'a.done': 12, 'a.money': 5, 'a.spent': 9, 'a.rate': 50 },
    },
    { unitKind: 'commune' as const, answers: { 'a.total': 10, 'a.done': 8, 'a.money': 5, 'a.spent': 3 } },
    { unitKind: 'commune' as const, answers: { 'a.total': 10 } },
    { unitKind: 'department' as const, answers: { 'a.total': 10, 'a.done': 2 } },
  ]
  it('a check says to each unit what it would be told', () => {
    const within = check('w', 'a__done <= a__total', {
      itemKeys: ['a.done', 'a.total'],
      message: '{a.done} lớn hơn {a.total}.',
    })
    expect(tryCheck(small, within, reports)).toEqual([
      { kind: 'told', sentence: '12 lớn hơn 10.' },
      { kind: 'fine' },
      { kind: 'no-figure', missing: ['Đã xong'] },
      { kind: 'fine' },
    ])
    const spent = check('s', 'a__spent <= a__money', { itemKeys: ['a.spent', 'a.money'] })
    expect(tryCheck(small, spent, reports).map(({ kind }) => kind)).toEqual(['told', 'fine', 'no-figure', 'not-asked'])
    expect(tryCheck(small, check('x', 'a__done <='), reports)).toEqual([])
  })
  it('a formula gives each unit its figure beside the one it wrote', () => {
    expect(tryFormula(small, 'a.rate', 'rate(a__done, a__total)', reports)).toEqual([
      { kind: 'computed', value: 120, reported: 50 },
      { kind: 'computed', value: 80, reported: null },
      { kind: 'no-figure', missing: ['Đã xong'] },
      { kind: 'computed', value: 20, reported: null },
    ])
  })
})
