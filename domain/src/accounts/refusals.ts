import type { RefusalRow } from '../refusal-row.ts'

/** Why something about accounts and their roles is refused. */
export const accountsRefusals = {
  'no-such-account': { status: 404, sentence: () => 'Không tìm thấy tài khoản này.' },
  'no-such-event': {
    status: 404,
    sentence: () => 'Không tìm thấy sự kiện làm mốc để xem tiếp nhật ký. Xem lại nhật ký từ đầu.',
  },
  'username-taken': {
    status: 409,
    sentence: (p) => `Tên đăng nhập “${p.username}” đã có người dùng. Hãy chọn tên khác.`,
  },
  'roles-apart': {
    status: 422,
    sentence: (p) =>
      `Một người không được giữ cả hai vai trò “${p.one}” và “${p.other}”: vai trò sau sẽ mở cho người của đơn vị xem việc của mọi đơn vị. Hãy bỏ một vai trò, hoặc tạo hai tài khoản.`,
  },
  'weak-password': { status: 422, sentence: () => 'Mật khẩu cần ít nhất 10 ký tự. Hãy đặt một câu ngắn dễ nhớ.' },
} satisfies Record<string, RefusalRow>
