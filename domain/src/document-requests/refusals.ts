import type { RefusalRow } from '../refusal-row.ts'

/** Why something about requests for documents is refused. */
export const documentRequestsRefusals = {
  'no-such-request': { status: 404, sentence: () => 'Không tìm thấy yêu cầu tài liệu này.' },
  'answer-empty': {
    status: 422,
    sentence: () => 'Cần trả lời bằng lời hoặc kèm ít nhất một tệp trước khi gửi cho Đoàn kiểm tra.',
  },
} satisfies Record<string, RefusalRow>
