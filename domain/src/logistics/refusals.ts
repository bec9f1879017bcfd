import type { RefusalRow } from '../refusal-row.ts'

/** Why something about vehicles and money is refused. */
export const logisticsRefusals = {
  'no-such-vehicle': { status: 404, sentence: () => 'Không tìm thấy xe này trong danh sách.' },
  'no-such-trip': { status: 404, sentence: () => 'Không tìm thấy chuyến xe này; có thể đã được bỏ.' },
  'vehicle-out-of-use': {
    status: 422,
    sentence: (p) => `${p.vehicle} đã ngừng sử dụng. Chọn xe khác, hoặc cho xe dùng lại ở danh sách xe.`,
  },
  'vehicle-taken': {
    status: 409,
    sentence: (p) =>
      `${p.vehicle} đã được xếp một chuyến ${p.times} ngày ${p.date}. Chọn xe khác hoặc đổi giờ cho hai chuyến không trùng nhau.`,
  },
  'rider-elsewhere': {
    status: 409,
    sentence: (p) => `${p.name} đã có chỗ trên ${p.vehicle} (${p.times}) cùng lúc này. Bỏ khỏi một trong hai xe.`,
  },
  'rider-twice': {
    status: 422,
    sentence: (p) => `${p.name} có tên hai lần trên ${p.vehicle}. Giữ lại một điểm đón.`,
  },
  'too-few-seats': { status: 422, sentence: (p) => p.sentence ?? 'Xe không đủ chỗ.' },
  'trip-times': {
    status: 422,
    sentence: (p) => `Giờ về ${p.returns} không sau giờ xuất phát ${p.departs}. Sửa lại một trong hai giờ.`,
  },
  'trip-of-the-day': {
    status: 422,
    sentence: () => 'Cuộc kiểm tra này không cần chuyến xe riêng: bố trí xe theo ngày ở mục “Xe và kinh phí”.',
  },
  'no-such-budget-line': { status: 404, sentence: () => 'Không tìm thấy dòng kinh phí này trong đợt kiểm tra.' },
  'budget-code-taken': {
    status: 409,
    sentence: () => 'Mã này đã dùng cho dòng kinh phí khác của đợt kiểm tra. Chọn mã khác.',
  },
  'budget-line-closed': {
    status: 422,
    sentence: (p) => `Dòng kinh phí ${p.code} đã khóa nên không ghi thêm được. Chọn dòng khác hoặc mở lại dòng này.`,
  },
  'no-such-cost': { status: 404, sentence: () => 'Không tìm thấy khoản chi này.' },
  'amount-not-plausible': { status: 422, sentence: (p) => p.sentence ?? 'Số tiền chưa đúng.' },
  'spent-in-the-future': {
    status: 422,
    sentence: (p) => `Ngày chi ${p.date} ở sau hôm nay (${p.today}). Sổ chỉ ghi khoản đã chi; sửa lại ngày.`,
  },
  'cost-settled': {
    status: 409,
    sentence: (p) => `${p.what} nên không sửa được nữa; cả hai dòng được giữ lại. Ghi khoản chi mới nếu cần.`,
  },
} satisfies Record<string, RefusalRow>
