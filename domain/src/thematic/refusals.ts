import type { RefusalRow } from '../refusal-row.ts'

/** Why something about thematic inspections is refused. */
export const thematicRefusals = {
  'no-such-registration': { status: 404, sentence: () => 'Không tìm thấy đăng ký kiểm tra chuyên đề này.' },
  'no-department': {
    status: 422,
    sentence: () =>
      'Tài khoản của bạn chưa gắn với sở, ngành nào nên chưa đăng ký được. Đề nghị quản trị hệ thống ghi cơ quan công tác cho tài khoản.',
  },
  'registered-twice': {
    status: 409,
    sentence: (p) => `${p.unit} có hai lần trong đăng ký này. Mỗi đơn vị chỉ ghi một dòng với một thời gian.`,
  },
  'wish-outside-year': {
    status: 422,
    sentence: (p) =>
      `Thời gian dự kiến tại ${p.unit} (${p.time}) không thuộc năm ${p.year} của đợt kiểm tra. Chọn thời gian trong năm.`,
  },
  'registration-decided': {
    status: 409,
    sentence: (p) =>
      `Đăng ký tại ${p.unit} đã được quyết định, nên nội dung, căn cứ, lĩnh vực và thời gian giữ như đã đăng ký. Chỉ sửa được người tham gia và đơn vị chưa được quyết định; cần đổi khác, đề nghị Phó Trưởng đoàn Thường trực rút lại quyết định.`,
  },
  'host-not-fit': {
    status: 422,
    sentence: (p) =>
      `Không lồng ghép vào cuộc kiểm tra đó được: ${p.why}. Chọn buổi kiểm tra chung của cùng đơn vị, cùng năm, chưa kiểm tra.`,
  },
  'only-own-findings': {
    status: 403,
    sentence: () =>
      'Bạn dự buổi này theo kiểm tra chuyên đề lồng ghép nên chỉ ghi phát hiện của chuyên đề mình. Điểm danh, số liệu và biên bản do Đoàn kiểm tra ghi.',
  },
  'not-a-guest': {
    status: 422,
    sentence: () => 'Chuyên đề này không lồng ghép vào buổi kiểm tra này. Chọn một chuyên đề có tên trong buổi.',
  },
  'result-needed': {
    status: 422,
    sentence: () => 'Ghi kết quả kiểm tra chuyên đề trước khi đóng hồ sơ.',
  },
  'unreadable-sheet': { status: 422, sentence: (p) => p.sentence ?? 'Không đọc được bảng này.' },
} satisfies Record<string, RefusalRow>
