import { expect, test } from 'vitest'
import { scheduleNoticeCase } from '../inspections/cases/schedule-notice.ts'
import { paperLines } from '../papers/paper-lines.ts'
import { type Invitation, invitationPaper } from './invitation-paper.ts'

const { frame, year, decision, unitName, visit, contact } = scheduleNoticeCase
const linesOf = (overrides: Partial<Invitation> = {}) =>
  paperLines(
    invitationPaper({
      frame: { ...frame, symbol: 'GM-SNV', recipients: ['Như trên', 'Lưu: VT, SNV'] },
      year,
      decision,
      unitName,
      visit,
      guests: ['Báo Hải Phòng', 'Đài Phát thanh và Truyền hình Hải Phòng'],
      chair: 'Phó Trưởng đoàn Thường trực Đoàn kiểm tra',
      note: '',
      contact,
      ...overrides,
    }),
  )

test('an invitation names the guests, the occasion, chair, time and place', () => {
  const lines = linesOf()
  expect(lines).toEqual(
    expect.arrayContaining([
      'GIẤY MỜI',
      'Số: 86/GM-SNV',
      '- Báo Hải Phòng;',
      '- Đài Phát thanh và Truyền hình Hải Phòng.',
      'Tới dự buổi kiểm tra công tác cải cách hành chính nhà nước năm 2026 tại Ủy ban nhân dân phường Lê Chân.',
      '- Chủ trì: Phó Trưởng đoàn Thường trực Đoàn kiểm tra;',
      '- Thời gian: buổi sáng thứ Năm, ngày 03/09/2026, bắt đầu từ 08 giờ 00 phút;',
      '- Địa điểm: Phòng họp tầng 2, trụ sở Ủy ban nhân dân phường Lê Chân.',
    ]),
  )
  expect(lines.join('\n')).toContain('đầu mối: Hoàng Văn Mẫu, điện thoại 0225 000 0000')
})

test('one guest stands in a line of their own, without a list mark', () => {
  expect(linesOf({ guests: ['Ông Nguyễn Văn Mẫu'] })).toContain('Ông Nguyễn Văn Mẫu')
})

test('a note is printed, and nobody to ask leaves no empty brackets', () => {
  const lines = linesOf({ note: 'Đề nghị mang theo thẻ nhà báo.', contact: { name: null, phone: null, email: null } })
  expect(lines).toContain('Đề nghị mang theo thẻ nhà báo.')
  expect(lines.join('\n')).not.toContain('đầu mối')
})
