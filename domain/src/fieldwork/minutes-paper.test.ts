import { describe, expect, test } from 'vitest'
import { paperLines } from '../papers/paper-lines.ts'
import { minutesCase } from './cases/minutes.ts'
import { type Minutes, minutesPaper, visitedPlace } from './minutes-paper.ts'
import { reportInWords } from './report-in-words.ts'

const linesOf = (changes: Partial<Minutes> = {}) => paperLines(minutesPaper({ ...minutesCase, ...changes }))
const figure = minutesCase.figures[0] as Minutes['figures'][number]

describe('minutes', () => {
  test('follow form 1.9: hours, place, people, chair and secretary, closing hour, no place-and-date line', () => {
    const lines = linesOf()
    expect(lines).toEqual(
      expect.arrayContaining([
        'BIÊN BẢN',
        'Số: 07/BB-ĐKT',
        'Thời gian bắt đầu: 08 giờ 05 phút, ngày 03 tháng 9 năm 2026.',
        'Chủ trì (chủ tọa): Trần Văn Mẫu, Phó Giám đốc Sở Nội vụ, Phó Trưởng đoàn Thường trực.',
        'Thư ký (người ghi biên bản): Hoàng Văn Mẫu, Chuyên viên Sở Nội vụ.',
        'Buổi làm việc kết thúc vào 11 giờ 30 phút, ngày 03 tháng 9 năm 2026./.',
      ]),
    )
    expect(lines.some((line) => line.startsWith('Hải Phòng, ngày'))).toBe(false)
  })

  test('the secretary signs before the chair, then the unit', () => {
    const lines = linesOf()
    const signing = lines.slice(lines.indexOf('THƯ KÝ'))
    expect(signing.slice(0, 7)).toEqual([
      'THƯ KÝ',
      'Hoàng Văn Mẫu',
      'CHỦ TỌA',
      'Trần Văn Mẫu',
      'ĐẠI DIỆN ỦY BAN NHÂN DÂN PHƯỜNG LÊ CHÂN',
      'PHÓ CHỦ TỊCH',
      'Vũ Thị Mẫu',
    ])
  })

  test('the absent are named apart from the present', () => {
    const lines = linesOf()
    const absent = lines.indexOf('c) Vắng mặt:')
    expect(lines[absent + 1]).toBe('- Phạm Thị Mẫu, Sở Khoa học và Công nghệ, Thành viên.')
    expect(lines.filter((line) => line.includes('Phạm Thị Mẫu'))).toHaveLength(1)
    expect(linesOf({ team: minutesCase.team.filter((one) => one.present) })).not.toContain('c) Vắng mặt:')
  })

  test('only verified figures are set side by side, and what differs is counted', () => {
    const lines = linesOf()
    expect(lines).toContain('Đoàn kiểm tra đã đối chiếu 04 số liệu; 01 số liệu khớp, 03 số liệu khác với báo cáo.')
    expect(lines.some((line) => line.startsWith('Mức độ hài lòng'))).toBe(false)
    expect(linesOf({ figures: [figure] })).toContain('Đoàn kiểm tra đã đối chiếu 01 số liệu; tất cả khớp với báo cáo.')
    expect(linesOf({ figures: [] })).toContain('Đoàn kiểm tra không xác minh số liệu tại buổi làm việc.')
  })

  test.each([
    ['number', 12102, 11987, '-115'],
    ['number', 10, 1234.5, '+1.224,5'],
    ['percent', 98.6, 97.66, '-0,94\u00a0điểm\u00a0%'],
    ['percent', 97, 98.25, '+1,25\u00a0điểm\u00a0%'],
    ['number', 0.3, 0.1 + 0.2, '0'],
  ] as const)('difference of a %s: %d reported, %d verified', (kind, reported, verified, printed) => {
    const lines = linesOf({ figures: [{ ...figure, kind, reported, verified }] })
    expect(lines[lines.indexOf('Lý do') + 5]).toBe(printed)
  })

  test('findings stand by field under their kind, with cause and responsibility', () => {
    const lines = linesOf()
    expect(lines).toContain('b) Cải cách thủ tục hành chính')
    expect(lines).toContain(
      '+ Còn 115 hồ sơ đất đai quá hạn nhưng chưa có thư xin lỗi theo quy định. Nguyên nhân: Công chức mới nhận nhiệm vụ, chưa nắm quy trình. Trách nhiệm: Trung tâm Phục vụ hành chính công phường.',
    )
    expect(lines).not.toContain('b) Cải cách thể chế')
  })

  test('a merged thematic inspection keeps its findings apart, under its agency', () => {
    const lines = linesOf()
    const at = lines.indexOf('5. Nội dung kiểm tra chuyên đề lồng ghép')
    expect(lines.slice(at, at + 4)).toEqual([
      '5. Nội dung kiểm tra chuyên đề lồng ghép',
      'a) Sở Tư pháp: Kiểm tra công tác chứng thực',
      '- Tồn tại, hạn chế:',
      '+ Sổ chứng thực ghi thiếu số tờ ở 04 trường hợp. Nguyên nhân: Công chức mới nhận việc. Trách nhiệm: Bộ phận Tư pháp - Hộ tịch.',
    ])
    expect(lines).toContain('6. Tài liệu đơn vị cung cấp')
    const nothing = linesOf({ thematic: [{ agency: 'Sở Tư pháp', title: 'Chứng thực', findings: [] }] })
    expect(nothing.some((line) => line.includes('cơ quan chủ trì chuyên đề thông báo kết quả riêng'))).toBe(true)
    expect(linesOf({ thematic: [] })).toContain('5. Tài liệu đơn vị cung cấp')
  })

  test('an empty session still makes whole sentences', () => {
    const lines = linesOf({
      reported: '',
      exchange: ' ',
      fields: [],
      evidence: [],
      unitOpinion: '',
      endedAt: null,
      chair: '',
    })
    expect(lines).toEqual(
      expect.arrayContaining([
        'Đơn vị báo cáo theo văn bản đã gửi Đoàn kiểm tra, không bổ sung nội dung.',
        'Không có nội dung phải làm rõ thêm.',
        'Chưa ghi nhận nội dung nào tại buổi làm việc.',
        'Không có tài liệu cung cấp thêm tại buổi làm việc.',
        'Đơn vị thống nhất với nội dung biên bản, không có ý kiến khác.',
        'Chủ trì (chủ tọa): …',
        'Buổi làm việc kết thúc vào … giờ … phút, ngày … tháng … năm …./.',
      ]),
    )
  })
})

describe('minutes of an unannounced inspection', () => {
  test('say that it is one', () => {
    expect(linesOf({ isUnannounced: true })).toContain('Kiểm tra đột xuất công tác cải cách hành chính')
    expect(linesOf()).toContain('Kiểm tra công tác cải cách hành chính')
  })
  test.each([
    [null, null, 'Bộ phận Một cửa, số 1'],
    ['2026-08-20T01:05:00Z', null, 'Bộ phận Một cửa, số 1 (từ 08 giờ 05 phút)'],
    ['2026-08-20T01:05:00Z', '2026-08-20T02:40:00Z', 'Bộ phận Một cửa, số 1 (08 giờ 05 phút – 09 giờ 40 phút)'],
  ])('name a place visited from %s to %s', (arrivedAt, leftAt, words) => {
    expect(visitedPlace({ name: 'Bộ phận Một cửa', address: 'số 1', arrivedAt, leftAt })).toBe(words)
  })
  test('miss no report, for none was asked for', () => {
    const none = { sentAt: null, verdict: null, daysLate: null }
    expect(reportInWords(none, true)).toContain('không yêu cầu lập báo cáo trước')
    expect(reportInWords(none)).toContain('chưa gửi Báo cáo')
  })
})
