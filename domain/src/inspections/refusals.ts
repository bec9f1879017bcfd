import type { RefusalRow } from '../refusal-row.ts'

/** Why something about the plan of visits and their notices is refused. */
export const inspectionsRefusals = {
  'no-such-inspection': { status: 404, sentence: () => 'Không tìm thấy cuộc kiểm tra này.' },
  'outside-period': {
    status: 422,
    sentence: (p) =>
      `Ngày ${p.date} nằm ngoài thời gian kiểm tra từ ${p.from} đến ${p.to} (mục III.1 Kế hoạch). Chọn ngày trong khoảng này.`,
  },
  'not-a-working-day': {
    status: 422,
    sentence: (p) => `Ngày ${p.date} là ngày nghỉ (${p.rule}). Chọn một ngày làm việc.`,
  },
  'in-the-past': {
    status: 422,
    sentence: (p) => `Ngày ${p.date} đã qua (hôm nay là ${p.today}). Chọn từ hôm nay trở đi.`,
  },
  'slot-taken': {
    status: 409,
    sentence: (p) =>
      `${p.half ? `${p.half} ngày ${p.date}` : 'Buổi này'} Đoàn đã có buổi kiểm tra khác${p.unit ? ` tại ${p.unit}` : ''}. Chọn buổi khác hoặc dời buổi kia trước.`,
  },
  'unit-visited-once-a-year': {
    status: 409,
    sentence: (p) =>
      `${p.unit || 'Đơn vị này'} đã có một cuộc kiểm tra trong năm ${p.year || 'này'}${p.other ? ` (${p.other})` : ''}. Mỗi đơn vị chỉ kiểm tra một lần trong năm (mục IV.2 Kế hoạch).${p.way ? ` ${p.way}` : ''}`,
  },
  'report-due-passed': {
    status: 422,
    sentence: (p) =>
      `Kiểm tra ngày ${p.date} thì hạn gửi báo cáo là ${p.due}, đã qua. Đơn vị phải có ít nhất ${p.days} ngày làm việc trước buổi kiểm tra (mục IV.3 Kế hoạch). Chọn ngày muộn hơn.`,
  },
  'reason-needed': {
    status: 422,
    sentence: () => 'Lịch này đã thông báo cho đơn vị, nên đổi lịch phải ghi lý do để thông báo lại.',
  },
  'no-such-group': {
    status: 422,
    sentence: (p) => `Đoàn chia làm ${p.groups} tổ, không có tổ ${p.group}. Chọn một tổ từ 1 đến ${p.groups}.`,
  },
  'no-such-proposal': { status: 404, sentence: () => 'Không tìm thấy đề xuất lịch này.' },
  'nothing-to-schedule': {
    status: 422,
    sentence: () =>
      'Không còn cuộc nào để xếp: mọi cuộc đã thông báo, đã kiểm tra hoặc đang được giữ nguyên. Bỏ giữ ít nhất một cuộc rồi thử lại.',
  },
  'schedule-under-way': {
    status: 409,
    sentence: (p) =>
      `${p.who || 'Có người'} đang cho tính một lịch của đợt này. Chờ xong hoặc dừng lần tính đó rồi thử lại.`,
  },
  'proposal-outdated': {
    status: 409,
    sentence: (p) =>
      `Chưa áp dụng cuộc nào: ${p.count} cuộc đã đổi từ lúc tính (${p.units}). Bỏ chọn các cuộc đó hoặc cho tính lại theo lịch hiện nay.`,
  },
  'nothing-to-swap': {
    status: 422,
    sentence: (p) => `Không đổi chỗ được: ${p.why}. Chọn hai buổi khác nhau, cùng đợt và đều đã có lịch.`,
  },
  'nothing-to-announce': {
    status: 409,
    sentence: (p) =>
      `${p.unit} đã được thông báo đúng lịch này (Thông báo số ${p.number}). Chỉ thông báo lại khi lịch thay đổi.`,
  },
  'nothing-changed': {
    status: 409,
    sentence: (p) =>
      `${p.unit}: chưa có thông báo nào về thời gian, địa điểm khác lịch đang có. Thông báo thay đổi chỉ dành cho buổi kiểm tra đã dời sau khi thông báo; các trường hợp khác thì ban hành thông báo lịch riêng.`,
  },
  'person-elsewhere': {
    status: 409,
    sentence: (p) =>
      `${p.name || 'Có người trong thành phần'} đã có mặt ở buổi kiểm tra khác cùng buổi${p.unit ? ` (${p.unit})` : ''}. Chọn người khác hoặc buổi khác.`,
  },
  'roster-incomplete': {
    status: 422,
    sentence: (p) =>
      `Chưa ban hành được thông báo lịch: ${p.gaps} Bổ sung thành phần buổi kiểm tra, hoặc ghi lý do để ban hành như vậy; lý do được lưu cùng hồ sơ.`,
  },
  'number-taken': {
    status: 409,
    sentence: (p) =>
      `Số ${p.number || 'này'} đã cấp cho văn bản khác trong năm. Số văn bản là duy nhất trong năm (Điều 15 Nghị định 30/2020/NĐ-CP). Lấy số kế tiếp.`,
  },
  'issued-before-signing': { status: 422, sentence: (p) => `Ngày ban hành ${p.date} không hợp lệ: ${p.why}.` },
} satisfies Record<string, RefusalRow>
