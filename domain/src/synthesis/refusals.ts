import type { RefusalRow } from '../refusal-row.ts'

/** Why something about the synthesis report is refused. */
export const synthesisRefusals = {
  'no-synthesis-yet': {
    status: 404,
    sentence: () => 'Chưa có dự thảo báo cáo tổng hợp. Bấm “Soạn dự thảo” để bắt đầu.',
  },
} satisfies Record<string, RefusalRow>
