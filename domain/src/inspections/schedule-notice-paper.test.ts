import { describe, expect, test } from 'vitest'
import { nthWorkingDayBefore } from '../dates/working-days.ts'
import { paperLines } from '../papers/paper-lines.ts'
import { scheduleNoticeCase } from './cases/schedule-notice.ts'
import { customaryParticipants, type ScheduleNotice, scheduleNoticePaper } from './schedule-notice-paper.ts'

const linesOf = (changes: Partial<ScheduleNotice> = {}) =>
  paperLines(scheduleNoticePaper({ ...scheduleNoticeCase, ...changes }))

describe('schedule notice', () => {
  test('tells the unit when, where, by whom and on what it is inspected', () => {
    const lines = linesOf()
    expect(lines).toEqual(
      expect.arrayContaining([
        'Số: 86/TB-SNV',
        'THÔNG BÁO',
        'Lịch kiểm tra công tác cải cách hành chính',
        'nhà nước năm\u00a02026 tại Ủy ban nhân dân phường Lê Chân',
        '- Thời gian: buổi sáng thứ Năm, ngày 03/09/2026 (01 buổi), bắt đầu từ 08 giờ 00 phút;',
        '- Địa điểm: Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường Lê Chân.',
        'Phó Giám đốc Sở Nội vụ',
        'Phó Trưởng đoàn Thường trực',
        '- Lãnh đạo Trung tâm Phục vụ hành chính công;',
        '- Cải cách thể chế;',
        '- Sở Tư pháp: công tác kiểm tra, rà soát văn bản quy phạm pháp luật.',
      ]),
    )
    expect(lines.filter((line) => line.endsWith('./.'))).toHaveLength(1)
  })

  test('names the day the report is due and every day that was counted or left out', () => {
    const lines = linesOf()
    expect(lines).toContain(
      '- Xây dựng Báo cáo phục vụ kiểm tra theo Đề cương, gửi Sở Nội vụ (qua Phòng Cải cách hành chính và Pháp chế) chậm nhất ngày 26/08/2026 (03 ngày làm việc trước ngày kiểm tra).',
    )
    expect(lines).toContain('+ Các ngày làm việc được tính: thứ Tư 26/08/2026, thứ Năm 27/08/2026, thứ Sáu 28/08/2026.')
    expect(lines).toContain(
      '+ Các ngày không tính: thứ Bảy 29/08/2026, Chủ nhật 30/08/2026: nghỉ cuối tuần; thứ Hai 31/08/2026: Nghỉ hoán đổi (9441/TB-BNV); thứ Ba 01/09/2026, thứ Tư 02/09/2026: Quốc khánh (BLLĐ 2019 Điều 112).',
    )
  })

  test('reads the days as the calendar gives them', () => {
    const { dueOn, counted } = nthWorkingDayBefore('2026-07-15', 3, [])
    const lines = linesOf({ report: { ...scheduleNoticeCase.report, dueOn, counted } })
    expect(lines).toContain('+ Các ngày không tính: thứ Bảy 11/07/2026, Chủ nhật 12/07/2026: nghỉ cuối tuần.')
  })

  test('leaves open what is not known and drops what does not apply', () => {
    const lines = linesOf({
      frame: { ...scheduleNoticeCase.frame, number: null, issuedOn: null },
      visit: { ...scheduleNoticeCase.visit, halfDay: 'afternoon', startsAt: null },
      thematic: [],
      contact: { name: null, post: 'Chuyên viên', phone: null, email: 'dau-moi@example.vn' },
    })
    expect(lines).toContain('Số: …/TB-SNV')
    expect(lines).toContain('Hải Phòng, ngày … tháng … năm 2026')
    expect(lines).toContain('- Thời gian: buổi chiều thứ Năm, ngày 03/09/2026 (01 buổi);')
    expect(lines).toContain('Chuyên viên, Sở Nội vụ, thư điện tử dau-moi@example.vn.')
    expect(lines.join('\n')).not.toContain('chuyên đề')
  })

  test('a second notice names the one it replaces and why', () => {
    const lines = linesOf({
      replaces: { code: '80/TB-SNV', issuedOn: '2026-08-03', reason: 'trùng kỳ họp Hội đồng nhân dân' },
    })
    expect(lines).toContain(
      'Thông báo này thay thế Thông báo số 80/TB-SNV ngày 03/08/2026. Lý do thay đổi: trùng kỳ họp Hội đồng nhân dân.',
    )
  })

  test('only communes send the head of a public-service centre', () => {
    const centre = 'Lãnh đạo Trung tâm Phục vụ hành chính công'
    expect(customaryParticipants('department')).not.toContain(centre)
    for (const type of ['ward', 'commune', 'special-zone'] as const)
      expect(customaryParticipants(type)).toContain(centre)
  })
})
