import { describe, expect, test } from 'vitest'
import { paperLines } from '../papers/paper-lines.ts'
import { synthesisReportCase } from './cases/synthesis-report.ts'
import { type SynthesisReport, synthesisReportPaper } from './synthesis-report-paper.ts'

const linesOf = (changes: Partial<SynthesisReport> = {}) =>
  paperLines(synthesisReportPaper({ ...synthesisReportCase, ...changes }))

describe('synthesis report', () => {
  test('goes up to the addressee and has its seven parts', () => {
    const lines = linesOf()
    expect(lines).toContain('Kính gửi: Ủy ban nhân dân thành phố Hải Phòng')
    expect(lines.filter((line) => /^[IVX]+\. /.test(line))).toEqual([
      'I. KHÁI QUÁT TÌNH HÌNH KIỂM TRA',
      'II. KẾT QUẢ THEO TỪNG LĨNH VỰC',
      'III. TỒN TẠI, HẠN CHẾ LẶP LẠI',
      'IV. MÔ HÌNH, CÁCH LÀM HAY',
      'V. TÌNH HÌNH THỰC HIỆN YÊU CẦU, KIẾN NGHỊ',
      'VI. ĐÁNH GIÁ CHUNG',
      'VII. ĐỀ XUẤT, KIẾN NGHỊ',
    ])
  })

  test('blocks add up, with rates of the plan and of all', () => {
    const lines = linesOf()
    const total = lines.indexOf('Cộng')
    expect(lines.slice(total, total + 6)).toEqual(['Cộng', '128', '27', '12', '44,44%', '9,38%'])
    expect(lines).toContain(
      'Theo Kế hoạch, có 27 cơ quan, đơn vị, địa phương được kiểm tra; đã kiểm tra 12, đạt 44,44% kế hoạch.',
    )
    expect(lines).toContain('Ngoài ra đã thực hiện 01 cuộc kiểm tra đột xuất.')
  })

  test('figures are printed exactly as the screen shows them, with how they came about', () => {
    const lines = linesOf()
    const at = lines.indexOf('Tổng số hồ sơ thủ tục hành chính tiếp nhận')
    expect(lines.slice(at, at + 3)).toEqual([
      'Tổng số hồ sơ thủ tục hành chính tiếp nhận',
      '145.120 hồ sơ',
      'cộng 12 đơn vị',
    ])
    expect(lines.join('\n')).not.toContain('Cải cách tài chính công')
  })

  test.each([
    [{ expected: 12, onTime: 11, late: 1, missing: 0 }, 'có 11 gửi đúng hạn (91,67%), 01 gửi chậm.'],
    [{ expected: 12, onTime: 12, late: 0, missing: 0 }, 'có 12 gửi đúng hạn (100%).'],
    [{ expected: 3, onTime: 0, late: 1, missing: 2 }, 'có 0 gửi đúng hạn (0%), 01 gửi chậm, 02 chưa gửi.'],
    [{ expected: 0, onTime: 0, late: 0, missing: 0 }, 'Chưa có cơ quan, đơn vị, địa phương nào đến hạn gửi báo cáo.'],
  ])('reports %o', (reports, words) => {
    expect(linesOf({ reports }).join('\n')).toContain(words)
  })

  test('a repeated shortcoming names its field and its units', () => {
    expect(linesOf()).toContain(
      '- Văn bản có kiến nghị sau rà soát chậm được xử lý (Cải cách thể chế; 02 đơn vị: phường Lê Chân, xã Kiến Minh).',
    )
  })

  test('the annex lists every unit once under its block, numbered through', () => {
    const lines = linesOf()
    const annex = lines.slice(lines.indexOf('Phụ lục'))
    for (const unit of synthesisReportCase.units) expect(annex.filter((line) => line === unit.unitName)).toHaveLength(1)
    expect(annex[annex.indexOf('Xã Thanh Hà') - 1]).toBe('27')
    expect(annex.indexOf('Sở, ban, ngành')).toBeLessThan(annex.indexOf('Xã, phường, đặc khu'))
  })

  test('tells how registrations were merged and who allowed each exception', () => {
    const lines = linesOf()
    expect(lines).toContain(
      'Các sở, ngành đăng ký 05 cuộc kiểm tra chuyên đề; lồng ghép 03 cuộc vào buổi kiểm tra chung, trong đó 02 cuộc đã kiểm tra; 01 cuộc kiểm tra riêng. Có 01 ngoại lệ kiểm tra lần thứ hai trong năm:',
    )
    expect(
      lines.some((line) => line.includes('Sở Tài chính (Kiểm tra quản lý tài sản công)') && line.includes('lý do:')),
    ).toBe(true)
    const none = { registered: 0, merged: 0, mergedMade: 0, separate: 0, exceptions: [] }
    const without = linesOf({ merging: none })
    expect(without.some((line) => line.includes('chuyên đề;'))).toBe(false)
  })

  test('a season that has only begun makes whole sentences', () => {
    const lines = linesOf({
      coverage: [{ block: 'Sở, ban, ngành', all: 0, planned: 0, done: 0 }],
      unannounced: 0,
      fields: [],
      shortcomings: [],
      goodPractices: [],
      recommendations: { total: 0, verified: 0, remedied: 0, open: 0, overdue: 0, extended: 0 },
      difficulties: null,
      assessment: '',
      proposals: '',
      units: [],
    })
    expect(lines).toContain('Chưa có yêu cầu, kiến nghị nào được ban hành.')
    expect(lines.join('\n')).not.toMatch(/NaN|Infinity|undefined|null/)
    expect(lines.filter((line) => /^[IVX]+\. /.test(line)).map((line) => line.split(' ')[0])).toEqual([
      'I.',
      'II.',
      'III.',
    ])
  })
})
