import { describe, expect, test } from 'vitest'
import { readPaper } from './paper.ts'
import { readBases } from './read-bases.ts'
import { readRecipients, readSigner } from './read-closing.ts'
import { readHead } from './read-head.ts'
import { sentenceCase } from './sentence-case.ts'
import { splitNames } from './split-names.ts'

describe('number and day', () => {
  test.each([
    ['Số: 2251 /QĐ-UBND', '2251/QĐ-UBND'],
    ['Số:2251/QĐ- UBND', '2251/QĐ-UBND'],
    ['Sô : 108/KH-UBND', '108/KH-UBND'],
    ['SỐ 05/KH - SNV', '05/KH-SNV'],
    ['Số: 12/2026/QĐ-UBND', '12/2026/QĐ-UBND'],
    ['Số: 2448/QĐ-SNV-CCHC&PC', '2448/QĐ-SNV-CCHC&PC'],
    ['Số: 87/KH-UBND\tNghệ An, ngày 05 tháng 02 năm 2027', '87/KH-UBND'],
    ['Số:      /KH-UBND', null],
  ])('%s', (line, number) => {
    const head = readHead(readPaper(`${line}\n\nCăn cứ Quyết định số 1/QĐ-UBND ngày 02/01/2020;\n\nI. MỤC ĐÍCH`))
    expect(head.number?.value.text).toBe(number)
    expect(head.number?.clause).toBe('Phần đầu')
  })

  test('a number or day in the bases is not the paper’s own', () => {
    const head = readHead(
      readPaper('KẾ HOẠCH\n\nCăn cứ Quyết định số 1/QĐ-UBND ngày 02 tháng 01 năm 2020;\n\nI. MỤC ĐÍCH'),
    )
    expect(head).toMatchObject({ number: null, issuedOn: null, paper: 'plan' })
  })
})

test.each([
  ['CHỦ TỊCH ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG', 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng'],
  ['UBND TỈNH BÀ RỊA - VŨNG TÀU', 'Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu'],
  ['PHÓ CHỦ TỊCH', 'Phó Chủ tịch'],
  ['KT. GIÁM ĐỐC', 'KT. Giám đốc'],
  ['SỞ NỘI VỤ', 'Sở Nội vụ'],
  ['TM. ỦY BAN NHÂN DÂN', 'TM. Ủy ban nhân dân'],
])('sentenceCase %s', (capitals, text) => expect(sentenceCase(capitals)).toBe(text))

test('bases lose their opening words and the sentence that issues the plan', () => {
  const paper = readPaper(
    'KẾ HOẠCH\n\nCăn cứ Luật Tổ chức chính quyền địa phương; Nghị định số 30/2020/NĐ-CP;\n\nThực hiện Kế hoạch số 5/KH-UBND, Ủy ban nhân dân tỉnh ban hành Kế hoạch kiểm tra như sau:\n\nTheo đề nghị của Giám đốc Sở Nội vụ.\n\nI. MỤC ĐÍCH',
  )
  const { legalBases, requestedBy } = readBases(paper)
  expect(legalBases.map(({ value }) => value)).toEqual([
    'Luật Tổ chức chính quyền địa phương',
    'Nghị định số 30/2020/NĐ-CP',
    'Kế hoạch số 5/KH-UBND',
  ])
  expect(requestedBy?.value).toBe('Theo đề nghị của Giám đốc Sở Nội vụ')
})

describe('the end of a paper', () => {
  const body = 'QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kế hoạch.\n\nĐiều 2. Thi hành./.\n\n'
  test.each([
    ['Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\n\nCHỦ TỊCH\n\n\nNguyễn Văn Mẫu', 'Nguyễn Văn Mẫu', 'Chủ tịch', null],
    [
      'Nơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Như Điều 2;\tKT. CHỦ TỊCH\n- Lưu: VT.\tPHÓ CHỦ TỊCH\n\tNguyễn Văn Mẫu',
      'Nguyễn Văn Mẫu',
      'Phó Chủ tịch',
      'TM. Ủy ban nhân dân, KT. Chủ tịch',
    ],
    [
      'TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n(Đã ký)\nNGUYỄN VĂN MẪU\n\nNơi nhận:\n- Như Điều 2;\n- Lưu: VT.',
      'Nguyễn Văn Mẫu',
      'Chánh Văn phòng',
      'TL. Chủ tịch',
    ],
    ['Nơi nhận: - Như Điều 2; - Lưu: VT.\n\nQ. GIÁM ĐỐC\n\nNguyễn Văn Mẫu', 'Nguyễn Văn Mẫu', 'Giám đốc', 'Q.'],
  ])('%#', (end, name, post, authority) => {
    const paper = readPaper(body + end)
    expect(readSigner(paper)?.value).toEqual({ name, post, authority })
    expect(readRecipients(paper).map(({ value }) => value)).toEqual(['Như Điều 2', 'Lưu: VT'])
  })

  test('without a name there is no signer', () =>
    expect(readSigner(readPaper(`${body}CHỦ TỊCH\n\n(Đã ký)`))).toBeNull())
})

test.each([
  ['Khoa học và Công nghệ, Tư pháp, Thanh tra thành phố.', ['Khoa học và Công nghệ', 'Tư pháp', 'Thanh tra thành phố']],
  ['Văn hóa, Thể thao và Du lịch, Y tế', ['Văn hóa, Thể thao và Du lịch', 'Y tế']],
  ['Sở Tư pháp; Sở Tài chính và Sở Khoa học và Công nghệ', ['Sở Tư pháp', 'Sở Tài chính', 'Sở Khoa học và Công nghệ']],
  ['', []],
])('splitNames %s', (text, names) => expect(splitNames(text, [])).toEqual(names))
