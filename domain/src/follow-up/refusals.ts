import type { RefusalRow } from '../refusal-row.ts'

/** Why something about what is to be mended, and violations is refused. */
export const followUpRefusals = {
  'more-time-not-possible': { status: 409, sentence: (p) => `Không xin gia hạn khắc phục được: ${p.why}. ${p.way}` },
  'more-time-date': {
    status: 422,
    sentence: (p) => `Ngày ${p.date} không làm hạn khắc phục mới được: ${p.why}. ${p.way}`,
  },
  'third-party-step': {
    status: 422,
    sentence: (p) => `Chưa ghi được bước “${p.step}”: ${p.why}. Sửa ô đó rồi lưu lại.`,
  },
  'revisit-day': {
    status: 422,
    sentence: (p) => `Ngày kiểm tra lại ${p.date} không dùng được: ${p.why}. Chọn ngày khác.`,
  },
  'not-a-violation': {
    status: 422,
    sentence: () => 'Chỉ phát hiện loại “Vi phạm” mới chuyển để xử lý được. Sửa loại của phát hiện rồi làm lại.',
  },
  'no-such-violation': { status: 404, sentence: () => 'Không tìm thấy vi phạm này trong việc được giao cho bạn.' },
  'violation-changed': {
    status: 409,
    sentence: (p) =>
      `Vi phạm này vừa được cập nhật (${p.now}). Chưa có gì bị ghi đè; tải lại trang để xem rồi ghi lại.`,
  },
  'no-such-recommendation': { status: 404, sentence: () => 'Không tìm thấy kiến nghị này.' },
  'due-before-issue': {
    status: 422,
    sentence: (p) => `Hạn thực hiện ${p.date} sớm hơn ngày ban hành kết luận ${p.issuedOn}. Chọn hạn muộn hơn.`,
  },
  'proof-needed': {
    status: 422,
    sentence: () => 'Cần nêu kết quả khắc phục bằng lời hoặc kèm ít nhất một tài liệu kiểm chứng.',
  },
  'no-flag-to-take-back': {
    status: 409,
    sentence: () =>
      'Không có lượt chuyển xử lý nào của bạn cho vi phạm này còn rút được: bạn chưa chuyển, đã rút, hoặc người có thẩm quyền đã ghi kết quả.',
  },
  'remedy-sent': {
    status: 409,
    sentence: () =>
      'Báo cáo khắc phục này đã gửi nên tài liệu kiểm chứng kèm theo không đổi được. Nếu Đoàn trả lại, hãy gửi tài liệu ở lần báo cáo sau.',
  },
  'verdict-reason-needed': {
    status: 422,
    sentence: () => 'Chưa đạt thì phải ghi rõ còn thiếu gì để đơn vị biết mà làm tiếp.',
  },
} satisfies Record<string, RefusalRow>
