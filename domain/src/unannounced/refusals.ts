import type { RefusalRow } from '../refusal-row.ts'

/** Why something about unannounced inspections is refused. */
export const unannouncedRefusals = {
  'administrators-see-no-secrets': {
    status: 403,
    sentence: () =>
      'Tài khoản quản trị không được biết kiểm tra đột xuất trước khi công bố. Hãy dùng tài khoản không có vai trò quản trị.',
  },
  'cannot-be-told': {
    status: 422,
    sentence: (p) =>
      `Không báo cho ${p.name || 'người này'} được: chỉ người của Đoàn kiểm tra, không giữ vai trò quản trị, được biết kiểm tra đột xuất trước khi công bố. Chọn người khác.`,
  },
  'always-told': {
    status: 409,
    sentence: (p) => `${p.name} luôn được biết (người đề xuất, Trưởng đoàn), không bỏ ra được.`,
  },
  'no-leader-named': {
    status: 422,
    sentence: () =>
      'Đoàn kiểm tra chưa có Trưởng đoàn có tài khoản để ra lệnh kiểm tra đột xuất (mục II.2 Kế hoạch). Cử người vào vị trí Trưởng đoàn trước.',
  },
  'not-the-day': {
    status: 422,
    sentence: (p) =>
      `Cuộc kiểm tra đột xuất đặt vào ngày ${p.date}, hôm nay là ${p.today}. Chỉ mở tại chỗ đúng ngày; nếu đổi ngày, sửa đề xuất và xin lệnh lại.`,
  },
  'no-such-place': { status: 404, sentence: () => 'Không tìm thấy địa điểm này trong cuộc kiểm tra.' },
  'not-opened-yet': {
    status: 409,
    sentence: () => 'Cuộc kiểm tra đột xuất chưa công bố tại chỗ nên văn bản chưa được lấy số. Vào sổ sau khi đã mở.',
  },
} satisfies Record<string, RefusalRow>
