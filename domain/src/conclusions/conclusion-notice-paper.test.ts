import { describe, expect, test } from 'vitest'
import { paperLines } from '../papers/paper-lines.ts'
import { conclusionNoticeCase } from './cases/conclusion-notice.ts'
import { type ConclusionNotice, conclusionNoticePaper } from './conclusion-notice-paper.ts'

const linesOf = (changes: Partial<ConclusionNotice> = {}) =>
  paperLines(conclusionNoticePaper({ ...conclusionNoticeCase, ...changes }))
const sections = (lines: string[]) => lines.filter((line) => /^[IVX]+\. /.test(line))

describe('conclusion notice', () => {
  test('has its six parts, numbered', () => {
    expect(sections(linesOf())).toEqual([
      'I. KHÁI QUÁT',
      'II. KẾT QUẢ ĐẠT ĐƯỢC',
      'III. TỒN TẠI, HẠN CHẾ',
      'IV. NGUYÊN NHÂN',
      'V. YÊU CẦU, KIẾN NGHỊ',
      'VI. TỔ CHỨC THỰC HIỆN',
    ])
  })

  test('of an unannounced inspection misses no report, for none was asked for', () => {
    const words = linesOf({ report: null }).join('\n')
    expect(words).toContain('đã tiến hành kiểm tra đột xuất tại')
    expect(words).toContain('không yêu cầu lập báo cáo trước')
    expect(words).not.toContain('Báo cáo phục vụ kiểm tra')
  })

  test('fields without text are left out, the others are numbered through', () => {
    const lines = linesOf()
    expect(lines).toContain('3. Cải cách thủ tục hành chính')
    expect(lines.join('\n')).not.toContain('4. Cải cách tài chính công')
  })

  test('every recommendation stands with who, by when and what proves it', () => {
    const lines = linesOf()
    const at = lines.indexOf('Minh chứng')
    expect(lines.slice(at + 1, at + 6)).toEqual([
      '1',
      'Gửi thư xin lỗi và giải quyết dứt điểm 115 hồ sơ đất đai quá hạn.',
      'Trung tâm Phục vụ hành chính công phường Lê Chân',
      '30/09/2026',
      'Danh sách hồ sơ, bản chụp thư xin lỗi, kết quả trên Hệ thống',
    ])
    expect(lines).toContain(
      'Yêu cầu Ủy ban nhân dân phường Lê Chân và các cơ quan, đơn vị, cá nhân có liên quan thực hiện 03 nội dung sau:',
    )
  })

  test.each([
    [{ sentOn: '2026-08-25', dueOn: '2026-08-26', verdict: 'on-time' }, 'ngày 25/08/2026, bảo đảm thời hạn quy định'],
    [{ sentOn: '2026-08-27', dueOn: '2026-08-26', verdict: 'late' }, 'ngày 27/08/2026, chậm so với thời hạn quy định'],
    [
      { sentOn: null, dueOn: '2026-08-26', verdict: null },
      'chưa gửi Báo cáo phục vụ kiểm tra (hạn gửi ngày 26/08/2026)',
    ],
  ] as const)('says how the report was sent: %o', (report, words) => {
    expect(linesOf({ report }).join('\n')).toContain(words)
  })

  test('the unit is told by when to answer', () => {
    expect(linesOf().join('\n')).toContain('báo cáo kết quả kèm minh chứng về Sở Nội vụ chậm nhất ngày 20/10/2026;')
    expect(linesOf({ reportBackOn: null }).join('\n')).toContain('theo đúng thời hạn của từng nội dung nêu trên;')
  })

  test('a unit without shortcomings gets a notice that says so, its parts numbered without a gap', () => {
    const lines = linesOf({ shortcomings: [], causes: '', recommendations: [] })
    expect(lines).toContain('Qua kiểm tra chưa phát hiện tồn tại, hạn chế tại Ủy ban nhân dân phường Lê Chân.')
    expect(lines).toContain(
      'Đề nghị Ủy ban nhân dân phường Lê Chân tiếp tục duy trì, phát huy các kết quả đã đạt được.',
    )
    expect(sections(lines).map((line) => line.split(' ')[0])).toEqual(['I.', 'II.', 'III.', 'IV.', 'V.'])
  })
})
