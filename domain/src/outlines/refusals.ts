import type { RefusalRow } from '../refusal-row.ts'

/** Why something about outlines is refused. */
export const outlinesRefusals = {
  'no-such-outline': { status: 404, sentence: () => 'Không tìm thấy đề cương này.' },
  'outline-broken': { status: 422, sentence: (p) => `Đề cương chưa dùng được: ${p.problems}.` },
  'outline-not-draft': {
    status: 409,
    sentence: (p) =>
      `Không ${p.act} được: đề cương “${p.title}” ${p.state}. Bản đã công bố không bao giờ thay đổi; hãy tạo bản soạn mới từ bản này.`,
  },
  'outline-not-published': {
    status: 409,
    sentence: (p) =>
      `Đề cương “${p.title}” ${p.state} nên không dùng được. Chọn một bản đã công bố, hoặc công bố bản này trước.`,
  },
  'outline-chosen': {
    status: 409,
    sentence: (p) =>
      `Không ngừng dùng được đề cương “${p.title}”: đợt “${p.campaign}” đang rà soát đã chọn bản này. Chọn bản khác ở màn hình rà soát trước.`,
  },
  'outline-line-lost': {
    status: 422,
    sentence: (p) =>
      `Bản gửi lên thiếu chỉ mục ${p.keys} của bản gốc. Chỉ mục không hỏi nữa phải để ở “Ngừng hỏi” để mã không bị dùng cho câu hỏi khác; tải lại trang rồi sửa tiếp.`,
  },
  'no-outline-in-paper': {
    status: 422,
    sentence: (p) =>
      `Không tìm thấy đề cương trong tệp “${p.file}”. Tệp cần có dòng tên bắt đầu bằng “ĐỀ CƯƠNG” và các phần đánh số I, II, 1, 2…; hãy chọn tệp khác hoặc soạn từ bản năm trước.`,
  },
  'no-such-check': {
    status: 404,
    sentence: () => 'Đề cương không có cảnh báo này để giải trình. Lỗi thì phải sửa số liệu, không giải trình được.',
  },
} satisfies Record<string, RefusalRow>
