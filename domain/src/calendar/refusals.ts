import type { RefusalRow } from '../refusal-row.ts'

/** Why something about units and days of the calendar is refused. */
export const calendarRefusals = {
  'no-such-unit': { status: 404, sentence: (p) => `Không có đơn vị mã ${p.code} trong danh mục.` },
  'no-such-calendar-day': {
    status: 404,
    sentence: (p) => `Ngày ${p.day} không có trong danh sách ngày nghỉ, ngày làm bù.`,
  },
  'swap-on-wrong-weekday': {
    status: 422,
    sentence: (p) =>
      `Ngày ${p.day} là ${p.weekday}, không thể là “${p.kind}”. Ngày làm bù phải rơi vào thứ Bảy, Chủ nhật; ngày nghỉ hoán đổi, nghỉ bù phải rơi vào thứ Hai đến thứ Sáu.`,
  },
  'calendar-effects-changed': {
    status: 409,
    sentence: () =>
      'Trong lúc bạn xem, lịch kiểm tra hoặc báo cáo đã thay đổi nên danh sách hạn bị ảnh hưởng không còn như cũ. Chưa có gì bị đổi; xem lại danh sách mới rồi áp dụng.',
  },
} satisfies Record<string, RefusalRow>
