import { describe, expect, test } from 'vitest'
import { foldText } from '../../units/fold.ts'
import { findFullDate } from './find-dates.ts'
import { readPaper } from './paper.ts'
import { readDataFrom, readLeadDays } from './read-deadlines.ts'
import { periodIn } from './read-period.ts'

describe('periodIn', () => {
  test.each([
    ['Từ tháng 7/2026 đến tháng 11/2026.', '2026-07-01', '2026-11-30'],
    ['từ tháng 8 đến hết tháng 10 năm 2026', '2026-08-01', '2026-10-31'],
    ['từ ngày 10/3/2027 đến hết ngày 20/8/2027', '2027-03-10', '2027-08-20'],
    ['từ ngày 05 tháng 8 đến ngày 20 tháng 10 năm 2026', '2026-08-05', '2026-10-20'],
    ['Từ 15/7 – 30/11/2026', '2026-07-15', '2026-11-30'],
    ['bắt đầu từ 01/02/2028, hoàn thành trước ngày 29/02/2028', '2028-02-01', '2028-02-29'],
    ['trong các tháng 9, 10 và 11 năm 2026', '2026-09-01', '2026-11-30'],
    ['trong tháng 10/2026', '2026-10-01', '2026-10-31'],
    ['Quý III và quý IV năm 2026', '2026-07-01', '2026-12-31'],
    ['quý II/2027', '2027-04-01', '2027-06-30'],
    ['quý III', '2030-07-01', '2030-09-30'],
    ['từ tháng 4 đến tháng 6', '2030-04-01', '2030-06-30'],
    ['hoàn thành trước ngày 30/11/2026', null, '2026-11-30'],
  ])('%s', (text, from, to) => expect(periodIn(foldText(text), 2030)).toEqual({ from, to }))

  test.each([
    'theo lịch thông báo',
    'từ tháng 13/2026 đến tháng 15/2026',
    'thư ký đoàn',
    'từ ngày 31/4/2026 đến nay',
    'quy chế tiếp công dân',
  ])('%s: none', (text) => expect(periodIn(foldText(text), 2026)).toBeNull())
})

test.each([
  ['Hải Phòng, ngày 16 tháng 6 năm 2026', '2026-06-16'],
  ['ngày16 tháng 06 năm2026', '2026-06-16'],
  ['Số 76/NQ-CP ngày 15/7/2021', '2021-07-15'],
  ['15-7-2021', '2021-07-15'],
  ['ngày 30 tháng 2 năm 2026', null],
  ['tháng 7/2026', null],
  ['Nghị quyết 44/2025/NQ-HĐND', null],
])('findFullDate %s', (text, date) => expect(findFullDate(text)).toBe(date))

describe('deadlines', () => {
  test.each([
    ['gửi Sở Nội vụ trước khi kiểm tra ít nhất 03 ngày làm việc.', 3],
    ['Gửi báo cáo trước buổi làm việc ít nhất 05 (năm) ngày làm việc', 5],
    ['gửi báo cáo chậm nhất ba ngày làm việc trước ngày kiểm tra', 3],
    ['Chậm nhất 07 ngày làm việc trước khi Đoàn đến làm việc, đơn vị gửi báo cáo', 7],
    ['gửi báo cáo trước kiểm tra tối thiểu O4 ngày làm việc', 4],
  ])('%s', (text, days) =>
    expect(readLeadDays(readPaper(`I. BÁO CÁO\n\n1. ${text}`)).leadWorkingDays).toMatchObject([
      { value: days, clause: 'I.1' },
    ]),
  )

  test.each([
    'Sau kiểm tra 10 ngày làm việc, Đoàn ban hành thông báo kết luận.',
    'Thông báo lịch kiểm tra trước 05 ngày làm việc.',
    'Báo cáo kết quả khắc phục trong 15 ngày làm việc.',
  ])('%s is no report deadline', (text) => expect(readLeadDays(readPaper(text)).leadWorkingDays).toEqual([]))

  test('plain days are another rule', () => {
    expect(readLeadDays(readPaper('Gửi báo cáo trước khi kiểm tra 05 ngày.'))).toMatchObject({
      leadWorkingDays: [],
      calendarDays: { value: 5 },
    })
  })

  test.each([
    ['(Số liệu báo cáo tính từ 15/12/2025 đến thời điểm báo cáo).', '2025-12-15'],
    ['Mốc thời gian báo cáo: từ ngày 01 tháng 01 năm 2026 đến khi kiểm tra', '2026-01-01'],
    ['Số liệu tính từ tháng 12/2025', '2025-12-01'],
    ['Số liệu lấy từ đầu năm 2026', '2026-01-01'],
  ])('%s', (text, date) => expect(readDataFrom(readPaper(text)).map(({ value }) => value)).toEqual([date]))

  test.each(['Số liệu tính đến ngày 30/6/2026', 'Kế hoạch từ ngày 15/12/2025', 'Báo cáo từ 15/12/2025 gửi về'])(
    '%s: none',
    (text) => expect(readDataFrom(readPaper(text))).toEqual([]),
  )
})
