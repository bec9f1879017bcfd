import { describe, expect, test } from 'vitest'
import { agencyLines, documentCode, paddedNumber, placeAndDate } from './letterhead.ts'

describe('number of a paper', () => {
  test.each([
    ['1', '01'],
    ['9', '09'],
    ['05', '05'],
    ['005', '05'],
    ['10', '10'],
    ['215', '215'],
    ['2251', '2251'],
    ['5a', '05a'],
    ['12b', '12b'],
    [' 7 ', '07'],
  ])('%s is printed %s', (number, printed) => {
    expect(paddedNumber(number)).toBe(printed)
  })

  test.each([
    ['5', 'TB-SNV', '05/TB-SNV'],
    ['2448', 'SNV-CCHC&PC', '2448/SNV-CCHC&PC'],
    [null, 'BC-SNV', '…/BC-SNV'],
  ])('%s with symbol %s is %s', (number, symbol, code) => {
    expect(documentCode(number, symbol)).toBe(code)
  })
})

describe('place and date', () => {
  test.each([
    ['2026-01-05', 'Hải Phòng, ngày 05 tháng 01 năm 2026'],
    ['2026-02-28', 'Hải Phòng, ngày 28 tháng 02 năm 2026'],
    ['2026-03-09', 'Hải Phòng, ngày 09 tháng 3 năm 2026'],
    ['2026-06-16', 'Hải Phòng, ngày 16 tháng 6 năm 2026'],
    ['2026-10-01', 'Hải Phòng, ngày 01 tháng 10 năm 2026'],
    ['2026-12-31', 'Hải Phòng, ngày 31 tháng 12 năm 2026'],
    [null, 'Hải Phòng, ngày … tháng … năm 2026'],
  ])('%s', (issuedOn, line) => {
    expect(placeAndDate('Hải Phòng', issuedOn, 2026)).toBe(line)
  })
})

describe('agency', () => {
  test.each([
    ['Sở Nội vụ', ['SỞ NỘI VỤ']],
    ['Ủy ban nhân dân thành phố Hải Phòng', ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HẢI PHÒNG']],
    ['Ủy ban nhân dân tỉnh Khánh Hòa', ['ỦY BAN NHÂN DÂN', 'TỈNH KHÁNH HÒA']],
    ['Ủy ban nhân dân đặc khu Cát Hải', ['ỦY BAN NHÂN DÂN', 'ĐẶC KHU CÁT HẢI']],
    ['Thanh tra thành phố', ['THANH TRA THÀNH PHỐ']],
    ['Đoàn kiểm tra\ncải cách hành chính', ['ĐOÀN KIỂM TRA', 'CẢI CÁCH HÀNH CHÍNH']],
    ['Sở Nông nghiệp và Môi trường', ['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG']],
    ['Sở Văn hóa, Thể thao và Du lịch', ['SỞ VĂN HÓA, THỂ THAO', 'VÀ DU LỊCH']],
    ['Sở Khoa học và Công nghệ', ['SỞ KHOA HỌC VÀ CÔNG NGHỆ']],
    ['Văn phòng Ủy ban nhân dân thành phố', ['VĂN PHÒNG', 'ỦY BAN NHÂN DÂN', 'THÀNH PHỐ']],
    ['Ủy ban nhân dân xã Hà Nam', ['ỦY BAN NHÂN DÂN', 'XÃ HÀ NAM']],
  ])('%s', (name, lines) => {
    expect(agencyLines(name)).toEqual(lines)
  })
})
