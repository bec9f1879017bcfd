import type { RefusalRow } from '../refusal-row.ts'

/** Why something about announcements, the press, mails is refused. */
export const notificationsRefusals = {
  'announcement-refused': {
    status: 409,
    sentence: (p) =>
      `Chưa ban hành văn bản nào: ${p.count} đơn vị chưa thông báo được. ${p.first} Sửa hoặc bỏ chọn các đơn vị này rồi ban hành lại.`,
  },
  'chosen-twice': {
    status: 422,
    sentence: () => 'Có đơn vị hoặc số văn bản được chọn hai lần. Mỗi đơn vị một lần, mỗi thông báo một số.',
  },
  'nobody-to-remind': {
    status: 409,
    sentence: () =>
      'Không có ai để nhắc: các đơn vị đã chọn đều đã xem thông báo, chưa được thông báo, hoặc chưa có tài khoản nào đang hoạt động.',
  },
  'press-never-here': {
    status: 422,
    sentence: () =>
      'Cuộc kiểm tra đột xuất không mở cho báo chí, không mời báo chí (mục IV.4 Kế hoạch). Chỉ mở được buổi kiểm tra theo kế hoạch.',
  },
  'not-open-to-press': {
    status: 409,
    sentence: () => 'Buổi kiểm tra này chưa mở cho báo chí. Bấm “Mở cho báo chí” trước khi mời cơ quan báo chí.',
  },
  'invitation-before-notice': {
    status: 409,
    sentence: () =>
      'Chưa mời được: buổi kiểm tra này chưa thông báo lịch cho đơn vị, hoặc đã qua. Ban hành thông báo lịch trước, rồi mời.',
  },
  'no-such-coverage': { status: 404, sentence: () => 'Không tìm thấy bài báo này.' },
  'coverage-twice': { status: 409, sentence: () => 'Địa chỉ bài báo này đã có trong danh sách của buổi kiểm tra.' },
  'not-your-coverage': {
    status: 403,
    sentence: () => 'Chỉ người đưa đường dẫn bài báo hoặc thư ký Đoàn gỡ được đường dẫn này.',
  },
  'no-such-notification': { status: 404, sentence: () => 'Không tìm thấy tin báo này.' },
  'no-such-mail': { status: 404, sentence: () => 'Không tìm thấy thư này.' },
  'mail-sent-already': { status: 409, sentence: () => 'Thư này đã gửi đi. Mỗi thư chỉ gửi một lần.' },
  'no-such-feed': {
    status: 404,
    sentence: () =>
      'Địa chỉ lịch này không còn dùng được. Mở phần mềm, vào tên của mình ở góc trên, chọn “Lịch cá nhân” để lấy địa chỉ mới.',
  },
} satisfies Record<string, RefusalRow>
