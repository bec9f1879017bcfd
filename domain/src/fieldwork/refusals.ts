import type { RefusalRow } from '../refusal-row.ts'

/** Why something about field work and the minutes is refused. */
export const fieldworkRefusals = {
  'no-such-finding': { status: 404, sentence: () => 'Không tìm thấy phát hiện này.' },
  'session-not-open': {
    status: 409,
    sentence: () => 'Buổi kiểm tra chưa bắt đầu hoặc đã kết thúc. Bấm “Bắt đầu buổi kiểm tra” trước khi ghi.',
  },
  'session-closed': {
    status: 409,
    sentence: () =>
      'Buổi kiểm tra đã kết thúc và biên bản đã khóa nên nội dung này chưa được đưa vào. Bản ghi vẫn còn trên thiết bị: mở lại để xem, gửi cho thư ký Đoàn để đưa vào biên bản bổ sung, rồi chọn “Cất riêng”.',
  },
  'pen-elsewhere': {
    status: 409,
    sentence: (p) =>
      `${p.who} đang giữ quyền ghi biên bản từ ${p.since}. Nội dung của bạn chưa được ghi và vẫn còn nguyên: đề nghị ${p.who} chuyển quyền ghi, hoặc chủ trì buổi kiểm tra thu lại, rồi gửi lại.`,
  },
  'not-pen-holder': {
    status: 403,
    sentence: (p) =>
      p.who
        ? `Quyền ghi biên bản đang do ${p.who} giữ; chỉ người giữ chuyển được, hoặc chủ trì buổi kiểm tra thu lại.`
        : 'Chưa ai giữ quyền ghi biên bản. Bấm “Nhận quyền ghi” trước.',
  },
  'pen-only-to-roster': {
    status: 422,
    sentence: () => 'Quyền ghi biên bản chỉ chuyển cho người có tên trong thành phần Đoàn của buổi kiểm tra này.',
  },
  'pen-release-reason': {
    status: 422,
    sentence: () => 'Thu lại quyền ghi biên bản của người khác thì phải ghi lý do.',
  },
  'not-on-roster': {
    status: 403,
    sentence: () =>
      'Bạn không có tên trong thành phần buổi kiểm tra này nên không ghi được. Đề nghị thư ký Đoàn bổ sung vào thành phần.',
  },
  'not-your-finding': {
    status: 403,
    sentence: (p) => `Phát hiện này do ${p.who} ghi. Chỉ người ghi hoặc thư ký Đoàn sửa, xóa được.`,
  },
  'finding-id-taken': {
    status: 409,
    sentence: () =>
      'Phát hiện này đã được ghi với nội dung khác, hoặc đã bị xóa. Chưa có gì bị ghi đè; tải lại danh sách rồi ghi thành phát hiện mới nếu vẫn cần.',
  },
  'site-record-taken': {
    status: 409,
    sentence: () =>
      'Mã của nội dung này đã dùng cho nội dung loại khác nên chưa ghi được. Bản ghi vẫn còn trên thiết bị: chọn “Ghi thành mục mới”.',
  },
  'not-your-record': {
    status: 403,
    sentence: (p) => `${p.what} do ${p.who} ghi. Chỉ người ghi hoặc thư ký Đoàn sửa, xóa được.`,
  },
  'no-such-field': {
    status: 422,
    sentence: () => 'Lĩnh vực này không có trong đợt kiểm tra. Chọn một lĩnh vực trong danh sách.',
  },
  'session-times': {
    status: 422,
    sentence: (p) => `${p.what} ${p.at} không hợp lệ: ${p.why}. Kiểm tra đồng hồ của thiết bị rồi nhập lại.`,
  },
  'visit-not-today': {
    status: 422,
    sentence: (p) => `Buổi kiểm tra đặt vào ngày ${p.date}; chỉ bắt đầu được từ ngày đó.`,
  },
  'minutes-incomplete': { status: 422, sentence: (p) => `Chưa khóa được biên bản: ${p.missing}.` },
  'no-such-minutes': {
    status: 404,
    sentence: (p) => `Biên bản của buổi này không có bản ${p.version}. Bản đầu có khi kết thúc buổi kiểm tra.`,
  },
  'minutes-version-old': {
    status: 409,
    sentence: (p) => `Đã có bản ${p.newest} của biên bản. Đọc bản ${p.newest} rồi ký bản đó.`,
  },
  'minutes-read-anew': {
    status: 409,
    sentence: () => 'Biên bản trên máy này không phải bản đang lưu. Tải lại trang, đọc lại rồi ký.',
  },
  'already-signed': {
    status: 409,
    sentence: (p) => `${p.side} đã ${p.way} bản này. Bản đã ký không sửa; cần sửa thì lập bản mới.`,
  },
  'not-the-signer': {
    status: 403,
    sentence: (p) =>
      `Người ký ở chỗ ${p.side} theo biên bản là ${p.name}; chỉ người đó ký được bằng tài khoản của mình. Nếu đã ký trên giấy, thư ký tải bản quét lên.`,
  },
  'signer-not-named': {
    status: 422,
    sentence: (p) => `Biên bản chưa ghi tên ${p.side}. Lập bản mới có tên rồi ký.`,
  },
  'unit-signs-before-keepers': {
    status: 403,
    sentence: () => 'Đại diện đơn vị ký trên máy của thư ký hoặc chủ tọa, trước mặt người đó.',
  },
  'minutes-noted-by-keepers': {
    status: 403,
    sentence: () => 'Thư ký hoặc chủ tọa của buổi kiểm tra ghi việc ký trên giấy và việc không ký.',
  },
  'signature-picture': {
    status: 422,
    sentence: (p) => `Chưa nhận được chữ ký: ${p.why}. Xóa nét rồi ký lại trong khung.`,
  },
  'scan-not-usable': {
    status: 422,
    sentence: (p) => `Chưa dùng được bản quét: ${p.why}.`,
  },
  'refusal-needs-reason': { status: 422, sentence: () => 'Ghi lý do không ký; lý do được in vào biên bản.' },
  'secretary-proposes': {
    status: 403,
    sentence: () => 'Thư ký của buổi kiểm tra lập bản mới của biên bản. Hãy báo thư ký nội dung cần sửa.',
  },
  'chair-agrees': {
    status: 403,
    sentence: (p) => `Chủ tọa (${p.name}) hoặc lãnh đạo Đoàn kiểm tra quyết định bản mới của biên bản.`,
  },
  'own-minutes-change': {
    status: 403,
    sentence: () => 'Người đề nghị bản mới không tự đồng ý được; chủ tọa hoặc lãnh đạo Đoàn kiểm tra quyết định.',
  },
  'minutes-change-waits': {
    status: 409,
    sentence: (p) => `${p.who} đã đề nghị một bản mới, đang chờ chủ tọa. Rút hoặc quyết định đề nghị đó trước.`,
  },
  'no-such-minutes-change': {
    status: 404,
    sentence: () => 'Đề nghị này không còn chờ quyết định. Tải lại trang để xem bản đang có.',
  },
  'decline-needs-reason': {
    status: 422,
    sentence: () => 'Ghi lý do không đồng ý để thư ký biết cần sửa gì.',
  },
  'minutes-change-empty': { status: 422, sentence: () => 'Bản mới giống hệt bản đang có. Sửa nội dung rồi gửi.' },
  'reason-for-difference': {
    status: 422,
    sentence: (p) => `Số xác minh khác số báo cáo ở mục “${p.label}”. Ghi lý do chênh lệch.`,
  },
} satisfies Record<string, RefusalRow>
