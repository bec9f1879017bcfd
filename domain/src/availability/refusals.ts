import type { RefusalRow } from '../refusal-row.ts'

/** Why something about busy times is refused. */
export const availabilityRefusals = {
  'no-such-busy-time': { status: 404, sentence: () => 'Không tìm thấy lịch bận này.' },
  'not-your-busy-time': {
    status: 403,
    sentence: () =>
      'Mỗi người chỉ ghi lịch bận của mình, mỗi đơn vị của đơn vị mình. Lịch bận của người khác do thư ký Đoàn ghi.',
  },
  'calendar-unreadable': {
    status: 422,
    sentence: (p) => `Không đọc được tệp lịch “${p.name}”: ${p.why}. Xuất lại lịch thành tệp .ics rồi chọn lại.`,
  },
} satisfies Record<string, RefusalRow>
