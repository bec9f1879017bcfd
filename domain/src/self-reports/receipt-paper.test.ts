import { describe, expect, it } from 'vitest'
import { type Receipt, receiptPaper } from './receipt-paper.ts'

const receipt: Receipt = {
  frame: {
    illustrative: false,
    parentAgency: 'Ủy ban nhân dân thành phố Hải Phòng',
    issuingAgency: 'Sở Nội vụ',
    number: null,
    symbol: null,
    place: 'Hải Phòng',
    issuedOn: null,
    year: 2026,
    signatures: [{ authority: [], post: 'Người tiếp nhận', name: null }],
    recipients: ['Phường Lê Chân', 'Lưu: Hồ sơ kiểm tra'],
  },
  unitName: 'Phường Lê Chân',
  version: 1,
  sentAt: '2026-07-10T03:00:00Z',
  sentBy: 'Người gửi minh họa',
  visitOn: '2026-07-15',
  dueOn: '2026-07-10',
  extendedTo: null,
  verdict: 'on-time',
  daysLate: 0,
  counted: [
    { date: '2026-07-10', working: true },
    { date: '2026-07-11', working: false },
    { date: '2026-07-12', working: false },
    { date: '2026-07-13', working: true },
    { date: '2026-07-14', working: true },
  ],
  grantedSince: null,
  reason: '',
  answered: 80,
  explained: 1,
  fingerprint: 'ab'.repeat(32),
}
const linesOf = (changes: Partial<Receipt> = {}) =>
  receiptPaper({ ...receipt, ...changes }).blocks.map((block) =>
    'runs' in block ? block.runs.map(({ text }) => text).join('') : '',
  )

describe('the receipt of a report', () => {
  it('says when it came, its deadline with the days counted, the verdict and the fingerprint', () => {
    expect(linesOf()).toEqual([
      'Hệ thống đã nhận báo cáo phục vụ kiểm tra của Phường Lê Chân qua mạng, cụ thể:',
      'Thời điểm nhận: 10/07/2026 10:00;',
      'Người gửi: Người gửi minh họa;',
      'Buổi kiểm tra: thứ Tư 15/07/2026;',
      'Hạn gửi: hết thứ Sáu 10/07/2026; đếm lùi 03 ngày làm việc trước buổi kiểm tra: thứ Sáu 10/07/2026, thứ Hai 13/07/2026, thứ Ba 14/07/2026;',
      'Kết quả: đúng hạn;',
      'Nội dung: 80 mục có câu trả lời, 1 giải trình số liệu;',
      `Mã kiểm chứng nội dung (SHA-256): ${Array(8).fill('abababab').join(' ')}.`,
      expect.stringMatching(/\.\/\.$/),
    ])
  })
  it.each([
    [{ verdict: 'late', daysLate: 2 }, 'Kết quả: muộn 02 ngày làm việc;'],
    [{ version: 2, verdict: 'late', daysLate: 2 }, 'Kết quả: gửi lại; đúng hạn hay muộn xét theo lần gửi đầu;'],
    [
      { verdict: 'late', daysLate: 1, grantedSince: '2026-07-13' },
      'Đã được gia hạn sau khi gửi, đến hết thứ Hai 13/07/2026: tính là đúng hạn;',
    ],
    [{ version: 2, reason: 'Nhầm số' }, 'Lý do gửi lại: Nhầm số;'],
    [
      { dueOn: '2026-07-14', extendedTo: '2026-07-14', counted: [] },
      'Hạn gửi: hết thứ Ba 14/07/2026 (đã được gia hạn);',
    ],
  ] as const)('%j', (changes, line) => {
    expect(linesOf(changes)).toContain(line)
  })
})
