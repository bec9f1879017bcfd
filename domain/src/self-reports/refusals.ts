import type { RefusalRow } from '../refusal-row.ts'

/** Why something about self-reports is refused. */
export const selfReportsRefusals = {
  'no-such-self-report': { status: 404, sentence: () => 'Không tìm thấy báo cáo này.' },
  'no-such-item': { status: 404, sentence: (p) => `Đề cương không có mục ${p.key} dành cho đơn vị này.` },
  'wrong-kind-of-answer': { status: 422, sentence: (p) => `Mục “${p.label}” cần ${p.kind}. Hãy nhập lại.` },
  'computed-item': {
    status: 422,
    sentence: (p) => `Mục “${p.label}” do hệ thống tự tính, không nhập tay. Sửa các số mà mục này tính từ đó.`,
  },
  'report-has-errors': { status: 422, sentence: (p) => `Chưa gửi được báo cáo: còn ${p.count} lỗi. ${p.first}` },
  'explanation-needed': {
    status: 422,
    sentence: (p) => `Chưa gửi được báo cáo: còn ${p.count} cảnh báo chưa giải trình. ${p.first}`,
  },
  'report-incomplete': {
    status: 422,
    sentence: (p) => `Chưa gửi được báo cáo: còn ${p.count} mục bắt buộc chưa trả lời. ${p.first}`,
  },
  'remark-open': {
    status: 422,
    sentence: (p) => `Chưa gửi được báo cáo: còn ${p.count} ý kiến của Đoàn kiểm tra chưa xử lý. ${p.first}`,
  },
  'no-such-item-remark': { status: 404, sentence: () => 'Không tìm thấy ý kiến này ở báo cáo.' },
  'remark-reply-needed': {
    status: 422,
    sentence: (p) =>
      `Mục “${p.label}” chưa thay đổi từ khi bị trả lại. Hãy bổ sung mục này, hoặc ghi câu trả lời vì sao giữ nguyên rồi đánh dấu.`,
  },
  'no-such-version': { status: 404, sentence: (p) => `Báo cáo này không có bản gửi lần ${p.version}.` },
  'correction-asked-already': {
    status: 409,
    sentence: (p) => `${p.who} đã đề nghị sửa báo cáo này và đang chờ lãnh đạo đơn vị. Chưa cần đề nghị thêm.`,
  },
  'no-correction-asked': {
    status: 409,
    sentence: () => 'Không có đề nghị sửa nào đang chờ. Tải lại trang để xem trạng thái hiện nay.',
  },
  'no-such-extension': { status: 404, sentence: () => 'Không tìm thấy đề nghị gia hạn này.' },
  'extension-not-possible': {
    status: 409,
    sentence: (p) => `Không xin gia hạn được: ${p.why}. ${p.way}`,
  },
  'extension-decided': {
    status: 409,
    sentence: (p) => `Đề nghị gia hạn này đã xong (${p.state}). Tải lại trang để xem kết quả.`,
  },
  'extension-date': {
    status: 422,
    sentence: (p) => `Ngày ${p.date} không làm hạn gửi mới được: ${p.why}. ${p.way}`,
  },
} satisfies Record<string, RefusalRow>
