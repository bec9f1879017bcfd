import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type DraftWords, fieldPart, pointsOf, recommendationKey } from './draft-points.ts'

const fields = [
  { fieldKey: 'institutions', name: 'Cải cách thể chế' },
  { fieldKey: 'steering', name: 'Công tác chỉ đạo' },
]
const asked = (recommendationId: string, text: string, fieldKey = 'institutions') => ({
  recommendationId,
  fieldKey,
  text,
  addressee: 'Ủy ban nhân dân phường Lê Chân',
  dueOn: '2026-08-25',
  proofExpected: 'Báo cáo',
})
const draft: DraftWords = {
  text: {
    overview: 'Sáng ngày 15/07/2026',
    results: [
      { fieldKey: 'steering', text: 'Đủ kế hoạch' },
      { fieldKey: 'institutions', text: 'Rà soát đủ' },
    ],
    shortcomings: [{ fieldKey: 'institutions', text: 'Còn sót văn bản' }],
    causes: 'Thiếu người',
    execution: 'Báo cáo trước 25/08/2026',
  },
  recommendations: [asked('r1', 'Rà soát lại'), asked('r2', 'Ban hành kế hoạch', 'steering')],
  fields,
}
const text = (more: Partial<DraftWords['text']>): DraftWords => ({ ...draft, text: { ...draft.text, ...more } })

describe('the points of a draft', () => {
  it('stand in the order of print, each with its name and field', () => {
    expect(pointsOf(draft).map(({ key, name, fieldKey }) => [key, name, fieldKey])).toEqual([
      ['overview', 'Khái quát', null],
      ['results.steering', 'Kết quả đạt được: Công tác chỉ đạo', 'steering'],
      ['results.institutions', 'Kết quả đạt được: Cải cách thể chế', 'institutions'],
      ['shortcomings.institutions', 'Tồn tại, hạn chế: Cải cách thể chế', 'institutions'],
      ['causes', 'Nguyên nhân', null],
      ['recommendation.r1', 'Kiến nghị 1', 'institutions'],
      ['recommendation.r2', 'Kiến nghị 2', 'steering'],
      ['execution', 'Tổ chức thực hiện', null],
    ])
  })

  const bare: DraftWords = {
    text: { overview: '', results: [], shortcomings: [], causes: '', execution: '' },
    recommendations: [],
    fields,
  }
  test.each<[string, Partial<DraftWords['text']>, DraftWords['recommendations'], string[]]>([
    ['nothing written, none', {}, [], []],
    ['blanks are no words', { overview: ' ', causes: '\n', results: [{ fieldKey: 'steering', text: '\t' }] }, [], []],
    ['a field without a name', { results: [{ fieldKey: 'land', text: 'Đủ' }] }, [], ['Kết quả đạt được: land']],
    [
      'a recommendation keeps its printed number beside one without words',
      {},
      [asked('r1', ''), asked('r2', 'Ban hành')],
      ['Kiến nghị 2'],
    ],
  ])('%s', (_, words, recommendations, names) => {
    const written = { ...bare, text: { ...bare.text, ...words }, recommendations }
    expect(pointsOf(written).map(({ name }) => name)).toEqual(names)
  })

  const part = fc.uniqueArray(
    fc.record({ fieldKey: fc.constantFrom('institutions', 'steering', 'land'), text: fc.constantFrom('', ' ', 'Đủ') }),
    { selector: ({ fieldKey }) => fieldKey },
  )
  const line = fc.record({
    id: fc.nat(99),
    text: fc.constantFrom('', 'Rà soát'),
    fieldKey: fc.constantFrom('steering'),
  })
  it('are every text with words, once, under keys of their own', () => {
    fc.assert(
      fc.property(part, part, fc.uniqueArray(line, { selector: ({ id }) => id }), (results, shortcomings, lines) => {
        const recommendations = lines.map(({ id, text, fieldKey }) => asked(`r${id}`, text, fieldKey))
        const points = pointsOf({ ...bare, text: { ...bare.text, results, shortcomings }, recommendations })
        const said = [...results, ...shortcomings, ...recommendations].filter(({ text }) => text.trim() !== '')
        expect(points.map(({ text }) => text)).toEqual(said.map(({ text }) => text))
        expect(new Set(points.map(({ key }) => key)).size).toBe(points.length)
      }),
    )
  })
})

describe('what a draft says under one field', () => {
  const [first, second] = [asked('r1', 'Rà soát lại'), asked('r2', 'Ban hành kế hoạch', 'steering')]
  const changed = (more: Partial<typeof first>): DraftWords => ({
    ...draft,
    recommendations: [{ ...first, ...more }, second],
  })
  test.each<[string, DraftWords, boolean]>([
    ['another result', text({ results: [{ fieldKey: 'institutions', text: 'Rà soát thiếu' }] }), true],
    ['a shortcoming taken out', text({ shortcomings: [] }), true],
    ['what is asked', changed({ text: 'Rà soát' }), true],
    ['of whom', changed({ addressee: 'Sở Tư pháp' }), true],
    ['by when', changed({ dueOn: '2026-08-26' }), true],
    ['with what proof', changed({ proofExpected: '' }), true],
    ['a recommendation taken out', { ...draft, recommendations: [second] }, true],
    ['one moved into another field', changed({ fieldKey: 'steering' }), true],
    [
      'a result that became a shortcoming',
      text({ results: [], shortcomings: [{ fieldKey: 'institutions', text: 'Rà soát đủ' }] }),
      true,
    ],
    ['the overview', text({ overview: 'Chiều' }), false],
    ['causes and execution', text({ causes: '', execution: '' }), false],
    [
      'another field’s words',
      text({
        results: draft.text.results.map((one) => (one.fieldKey === 'steering' ? { ...one, text: 'Thiếu' } : one)),
      }),
      false,
    ],
    ['another field’s recommendation', { ...draft, recommendations: [first] }, false],
    ['the order of fields', text({ results: draft.text.results.toReversed() }), false],
    ['the same recommendation begun anew', changed({ recommendationId: 'r9' }), false],
  ])('%s', (_, words, isChanged) => {
    expect(fieldPart(words, 'institutions') !== fieldPart(draft, 'institutions')).toBe(isChanged)
  })
})

it('names a recommendation by its id', () => {
  expect(recommendationKey('r1')).toBe('recommendation.r1')
})
