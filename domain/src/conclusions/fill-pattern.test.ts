import { describe, expect, it, test } from 'vitest'
import { fillPattern, patternProblems } from './fill-pattern.ts'
import { patternKeys, patternsWith, suppliedPatterns } from './sentence-patterns.ts'

describe('filling a sentence', () => {
  test.each([
    ['{nội dung}', 'Thiếu sổ', []],
    ['Do {nguyên nhân}: {Nội  dung}', 'Do …: Thiếu sổ', ['nguyên nhân']],
    ['{nội dung}[ (do {nguyên nhân})]', 'Thiếu sổ', []],
    ['{nội dung}[ tại {đơn vị}]', 'Thiếu sổ tại Phường Lê Chân', []],
    ['[{nguyên nhân} và {đơn vị}]', '', []],
    ['{NỘI DUNG}'.normalize('NFD'), 'Thiếu sổ', []],
  ])('%s', (words, text, lacking) => {
    expect(fillPattern(words, { 'nội dung': 'Thiếu sổ', 'đơn vị': 'Phường Lê Chân', 'nguyên nhân': '' })).toEqual({
      text,
      lacking,
    })
  })

  it('never reads what was recorded as a pattern', () => {
    expect(fillPattern('{nội dung}', { 'nội dung': 'ghi {hạn} và [sổ]' }).text).toBe('ghi {hạn} và [sổ]')
  })
})

describe('what is wrong with a pattern', () => {
  test.each([
    ['shortcoming', '{nội dung}', []],
    ['shortcoming', 'Còn {nội dung}[ do {nguyên nhân}]', []],
    [
      'shortcoming',
      'Còn {noi dung}',
      [
        'Mẫu “Tồn tại, hạn chế” không dùng được {noi dung}. Có phải ý bạn là {nội dung}?',
        'Mẫu “Tồn tại, hạn chế” thiếu {nội dung}: câu sẽ không nói được điều đã ghi nhận. Hãy thêm {nội dung} vào câu.',
      ],
    ],
    [
      'proof',
      'Gửi trước {hạn}',
      ['Mẫu “Minh chứng cần gửi” không dùng được {hạn}. Mẫu này dùng được: {lĩnh vực}, {đơn vị}, {cơ quan}.'],
    ],
    ['strength', 'Về {nội dung', ['Mẫu “Ưu điểm” thiếu dấu } sau “{nội dung”. Chỗ điền viết như {nội dung}.']],
    ['strength', '{nội dung}}', ['Mẫu “Ưu điểm” thừa dấu }.']],
    ['strength', '{{nội dung}', ['Mẫu “Ưu điểm” có hai dấu { liền nhau mà chưa đóng dấu }.']],
    ['strength', '{nội dung} [do', ['Mẫu “Ưu điểm” thiếu dấu ] sau “[do”. Chỗ điền viết như {nội dung}.']],
    ['strength', '{nội dung}\nhai', ['Mẫu “Ưu điểm” có xuống dòng: mỗi mẫu là một câu trên một dòng.']],
    ['strength', ' ', ['Mẫu “Ưu điểm” đang để trống: phần này của dự thảo sẽ không có câu nào. Hãy viết một câu.']],
    ['several-results', '', []],
    ['khong-co', 'x', ['Không có mẫu câu nào mang mã “khong-co”.']],
  ])('%s: %s', (key, words, problems) => {
    expect(patternProblems(key, words)).toEqual(problems)
  })

  it('is nothing with those supplied', () => {
    expect(patternKeys.flatMap((key) => patternProblems(key, suppliedPatterns[key].words))).toEqual([])
    expect(patternsWith({ proof: ' Báo cáo ', khac: 'x' })).toEqual({ ...patternsWith({}), proof: 'Báo cáo' })
  })
})
