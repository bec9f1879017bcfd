import { describe, expect, it } from 'vitest'
import { check, item, outline } from './cases/sample.ts'
import { checkOutline } from './check-outline.ts'
import { evaluateOutline } from './evaluate.ts'
import type { Outline } from './outline.ts'

const figures = [
  item('a.part', 'number'),
  item('a.whole', 'number', { unit: 'hồ sơ' }),
  item('a.stated', 'percent'),
  item('a.paid', 'money'),
]
const sentencesOf = (sick: Outline, fields: string[] | null = null) =>
  checkOutline(sick, fields).map((problem) => problem.sentence)

describe('an outline that cannot be used says why', () => {
  it.each<[string, Outline, RegExp]>([
    [
      'a key used twice',
      outline([item('a.part', 'number'), item('a.part', 'number')]),
      /^Mã chỉ mục “a\.part” dùng hai lần/,
    ],
    [
      'a check key used twice',
      outline(figures, [check('x', 'true'), check('x', 'true')]),
      /^Mã phép kiểm tra “x” dùng hai lần/,
    ],
    ['an unknown item', outline(figures, [check('x', 'a__nothing > 1')]), /^Phép kiểm tra “x” nhắc đến “a\.nothing”/],
    [
      'an unknown item in a formula',
      outline([item('a.part', 'number', { formula: 'b__c + 1' })]),
      /^Công thức của chỉ mục “Nhãn a\.part” \(a\.part\) nhắc đến “b\.c”/,
    ],
    [
      'a heading in a formula',
      outline([item('a.h', 'heading'), item('a.part', 'number', { formula: 'a__h + 1' })]),
      /nhắc đến “a\.h”/,
    ],
    [
      'an unfinished expression',
      outline(figures, [check('x', 'a__part <=')]),
      /^Phép kiểm tra “x” bị bỏ dở hoặc sai cú pháp/,
    ],
    ['nonsense', outline(figures, [check('x', 'a__part <= ) 1')]), /^Phép kiểm tra “x” sai cú pháp/],
    ['a number against a text', outline(figures, [check('x', 'a__part > "a"')]), /ghép những giá trị khác loại/],
    ['a number as a truth', outline(figures, [check('x', 'a__part && true')]), /ghép những giá trị khác loại/],
    ['a check that is a number', outline(figures, [check('x', 'a__part + 1')]), /phải cho ra đúng hoặc sai/],
    ['a formula that is a truth', outline([item('a.part', 'number', { formula: '1 > 2' })]), /phải cho ra một con số/],
    [
      'an unknown function',
      outline(figures, [check('x', 'total(a__part) > 1')]),
      /gọi hàm không có hoặc sai tham số ở “total\(a__part\)”/,
    ],
    [
      'a function of the language that may fail',
      outline(figures, [check('x', 'double("x") > 1')]),
      /dùng “double”, là phép tính không được dùng/,
    ],
    ['a method', outline([item('a.part', 'text')], [check('x', 'a__part.matches("(")')]), /dùng “matches”/],
    ['a division in a check', outline(figures, [check('x', 'a__part / a__whole > 1')]), /dùng “\/”/],
    ['a rate in a check', outline(figures, [check('x', 'rate(a__part, a__whole) > 1')]), /dùng “rate”/],
    ['a macro', outline(figures, [check('x', '[1, 2].all(n, n > a__part)')]), /dùng “all”/],
    [
      'a formula on a text',
      outline([item('a.part', 'text', { formula: '1 + 1' })]),
      /có công thức nhưng không phải con số/,
    ],
    [
      'a threshold on a text',
      outline([item('a.part', 'text', { threshold: { minimum: 1, clause: 'x' } })]),
      /mức tối thiểu nhưng không phải con số/,
    ],
    ['a choice without choices', outline([item('a.part', 'choice')]), /chưa có phương án nào/],
    ['a table without columns', outline([item('a.part', 'table')]), /chưa có cột nào/],
    ['a required heading', outline([item('a.part', 'heading', { required: true })]), /không thể bắt buộc/],
    [
      'a check on an unknown item',
      outline(figures, [check('x', 'true', { itemKeys: ['a.gone'] })]),
      /gắn với chỉ mục “a\.gone”/,
    ],
    [
      'a message on an unknown item',
      outline(figures, [check('x', 'true', { message: '{a.gone}' })]),
      /gắn với chỉ mục “a\.gone”/,
    ],
  ])('%s', (_case, sick, sentence) => {
    const sentences = sentencesOf(sick)
    expect(sentences).toHaveLength(1)
    expect(sentences[0]).toMatch(sentence)
    expect(sentences[0]).toMatch(/\.$/)
    expect(() => evaluateOutline(sick, { 'a.part': 1, 'a.whole': 2 })).not.toThrow()
  })
  it('names a circle of formulas once, and computes nothing that needs it', () => {
    const circular = outline([
      item('a.top', 'number', { formula: 'a__one + 1' }),
      item('a.one', 'number', { formula: 'a__two + 1' }),
      item('a.two', 'number', { formula: 'a__one + a__part' }),
      item('a.self', 'number', { formula: 'a__self + 1' }),
      item('a.part', 'number'),
    ])
    expect(sentencesOf(circular)).toEqual([
      expect.stringMatching(/^Công thức tính vòng tròn: a\.one → a\.two → a\.one\./),
      expect.stringMatching(/^Công thức tính vòng tròn: a\.self → a\.self\./),
    ])
    expect([...evaluateOutline(circular, { 'a.part': 1 }).values.keys()]).toEqual(['a.part'])
  })
  it('knows the fields of the campaign when told', () => {
    const sound = outline(figures)
    expect(sentencesOf(sound)).toEqual([])
    expect(sentencesOf(sound, ['general'])).toEqual([])
    expect(sentencesOf(sound, ['steering'])).toHaveLength(1 + figures.length)
  })
})
