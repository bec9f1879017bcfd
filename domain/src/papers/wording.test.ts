import { expect, test } from 'vitest'
import { authorityOf, citeInFull, citeInShort, clock, count, insideSentence, moment, postAt } from './wording.ts'

const decision = {
  typeName: 'Quyết định',
  code: '2251/QĐ-UBND',
  issuedOn: '2026-06-16',
  issuer: 'Chủ tịch Ủy ban nhân dân thành phố Hải Phòng',
  title: 'ban hành Kế hoạch kiểm tra',
}

test('a paper is cited in full once, then in short', () => {
  expect(citeInFull(decision)).toBe(
    'Quyết định số 2251/QĐ-UBND ngày 16 tháng 6 năm 2026 của Chủ tịch Ủy ban nhân dân thành phố Hải Phòng ban hành Kế hoạch kiểm tra',
  )
  expect(citeInShort(decision)).toBe('Quyết định số 2251/QĐ-UBND')
})

test.each([
  [{ name: 'Lê Chân', type: 'ward' as const }, 'Ủy ban nhân dân phường Lê Chân'],
  [{ name: 'Kiến Thụy', type: 'commune' as const }, 'Ủy ban nhân dân xã Kiến Thụy'],
  [{ name: 'Cát Hải', type: 'special-zone' as const }, 'Ủy ban nhân dân đặc khu Cát Hải'],
  [{ name: 'Sở Xây dựng', type: 'department' as const }, 'Sở Xây dựng'],
])('who answers for %o', (unit, name) => {
  expect(authorityOf(unit)).toBe(name)
})

test.each([
  ['Phường Lê Chân', 'phường Lê Chân'],
  ['Xã Hà Nam', 'xã Hà Nam'],
  ['Đặc khu Cát Hải', 'đặc khu Cát Hải'],
  ['Sở Xây dựng', 'Sở Xây dựng'],
])('%s inside a sentence', (name, inside) => {
  expect(insideSentence(name)).toBe(inside)
})

test.each([
  ['Phó Giám đốc', 'Sở Nội vụ', 'Phó Giám đốc Sở Nội vụ'],
  ['Chuyên viên', 'Sở Tài chính', 'Chuyên viên, Sở Tài chính'],
  ['Phó Giám đốc Sở Nội vụ', 'Sở Nội vụ', 'Phó Giám đốc Sở Nội vụ'],
  ['Phó Chủ tịch Ủy ban nhân dân thành phố', null, 'Phó Chủ tịch Ủy ban nhân dân thành phố'],
])('%s at %s', (post, agency, words) => {
  expect(postAt(post, agency)).toBe(words)
})

test.each([
  [0, '0'],
  [3, '03'],
  [10, '10'],
  [127, '127'],
])('count %i', (n, words) => {
  expect(count(n)).toBe(words)
})

test('hours are those of Vietnam', () => {
  expect(clock('08:05')).toBe('08 giờ 05 phút')
  expect(moment('2026-07-15T18:30:00Z')).toBe('01 giờ 30 phút, ngày 16 tháng 7 năm 2026')
  expect(moment(null)).toBe('… giờ … phút, ngày … tháng … năm …')
})
