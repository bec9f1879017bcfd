import type { RefusalRow } from '../refusal-row.ts'

/** Why something about the decision, its campaign and its team is refused. */
export const campaignsRefusals = {
  'unreadable-paper': { status: 422, sentence: (p) => p.sentence ?? 'Không đọc được tệp này.' },
  'no-such-campaign': { status: 404, sentence: () => 'Không tìm thấy đợt kiểm tra này.' },
  'decision-already-imported': {
    status: 409,
    sentence: (p) =>
      `Quyết định số ${p.number} ngày ${p.date} đã có trong hệ thống. Mở đợt kiểm tra đó thay vì nhập lần nữa.`,
  },
  'plan-incomplete': {
    status: 422,
    sentence: (p) =>
      `Chưa ban hành được đợt kiểm tra: ${p.missing}. Bổ sung các mục này ở màn hình rà soát rồi thử lại.`,
  },
  'unit-not-confirmed': {
    status: 422,
    sentence: (p) =>
      `Còn ${p.count} đơn vị chưa được người rà soát xác nhận: ${p.names}. Chọn đúng đơn vị trong danh mục cho từng dòng.`,
  },
  'unit-twice': {
    status: 422,
    sentence: (p) =>
      `${p.name} xuất hiện hai lần trong danh sách (dòng ${p.lines}). Mỗi đơn vị chỉ kiểm tra một lần trong năm (mục IV.2 Kế hoạch).`,
  },
  'doubts-open': {
    status: 422,
    sentence: (p) =>
      `Còn ${p.count} điểm nghi vấn chưa được xác nhận: ${p.names}. Không điểm nào được tự động chấp nhận.`,
  },
  'campaign-running-already': {
    status: 409,
    sentence: (p) => `Năm ${p.year} đã có đợt kiểm tra đang chạy. Hãy kết thúc đợt đó trước khi mở đợt khác cùng năm.`,
  },
  'no-such-team-member': { status: 404, sentence: () => 'Không tìm thấy thành viên này trong Đoàn kiểm tra.' },
  'no-such-person': { status: 404, sentence: () => 'Không tìm thấy người này trong danh bạ.' },
  'one-leader-only': {
    status: 409,
    sentence: () =>
      'Đoàn kiểm tra chỉ có một Trưởng đoàn và một Phó Trưởng đoàn Thường trực (mục III.2a Kế hoạch). Sửa vai trò của người đang giữ trước.',
  },
  'one-seat-per-person': {
    status: 409,
    sentence: () =>
      'Người này đã giữ một vị trí khác trong Đoàn kiểm tra; mỗi người chỉ giữ một vị trí. Chọn người khác, hoặc bỏ trống vị trí kia trước.',
  },
  'member-has-visits': {
    status: 409,
    sentence: (p) =>
      `${p.name} đang được phân công ở ${p.count} buổi kiểm tra. Thay người ở các buổi đó trước khi đưa ra khỏi Đoàn.`,
  },
} satisfies Record<string, RefusalRow>
