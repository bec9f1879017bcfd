import { accountsRefusals } from './accounts/refusals.ts'
import { availabilityRefusals } from './availability/refusals.ts'
import { calendarRefusals } from './calendar/refusals.ts'
import { campaignsRefusals } from './campaigns/refusals.ts'
import { conclusionsRefusals } from './conclusions/refusals.ts'
import { documentRequestsRefusals } from './document-requests/refusals.ts'
import { evidenceRefusals } from './evidence/refusals.ts'
import { fieldworkRefusals } from './fieldwork/refusals.ts'
import { followUpRefusals } from './follow-up/refusals.ts'
import { inspectionsRefusals } from './inspections/refusals.ts'
import { logisticsRefusals } from './logistics/refusals.ts'
import { notificationsRefusals } from './notifications/refusals.ts'
import { outlinesRefusals } from './outlines/refusals.ts'
import type { RefusalRow } from './refusal-row.ts'
import { scoringRefusals } from './scoring/refusals.ts'
import { selfReportsRefusals } from './self-reports/refusals.ts'
import { synthesisRefusals } from './synthesis/refusals.ts'
import { thematicRefusals } from './thematic/refusals.ts'
import { unannouncedRefusals } from './unannounced/refusals.ts'

/** What any entry may be refused for. */
const commonRefusals = {
  'not-signed-in': {
    status: 401,
    sentence: () => 'Bạn chưa đăng nhập hoặc phiên làm việc đã hết. Hãy đăng nhập lại; những gì đã lưu vẫn còn.',
  },
  'wrong-credentials': {
    status: 401,
    sentence: () => 'Tên đăng nhập hoặc mật khẩu chưa đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.',
  },
  'link-not-valid': {
    status: 401,
    sentence: () =>
      'Đường dẫn đăng nhập không còn hiệu lực hoặc không mở trên chính máy đang chạy phần mềm. Hãy đăng nhập bằng tài khoản.',
  },
  'account-disabled': {
    status: 403,
    sentence: () => 'Tài khoản này đã bị khóa. Hãy liên hệ quản trị hệ thống của Sở Nội vụ.',
  },
  'not-permitted': {
    status: 403,
    sentence: () =>
      'Vai trò của bạn không làm được việc này. Nếu cần, hãy đề nghị thư ký Đoàn kiểm tra hoặc quản trị hệ thống.',
  },
  'too-many-requests': {
    status: 429,
    sentence: () => 'Có quá nhiều yêu cầu trong thời gian ngắn. Hãy chờ một phút rồi thử lại.',
  },
  'bad-input': { status: 400, sentence: (p) => `Dữ liệu gửi lên chưa đúng: ${p.problems}. Hãy sửa ô đó rồi gửi lại.` },
  'no-such-address': { status: 404, sentence: (p) => `Không có địa chỉ ${p.path} trong hệ thống.` },
  'database-away': {
    status: 503,
    sentence: () => 'Cơ sở dữ liệu tạm thời không trả lời. Việc vừa làm chưa được ghi; hãy thử lại sau ít phút.',
  },
  'changed-meanwhile': {
    status: 409,
    sentence: (p) =>
      `${p.what} đã được ${p.who || 'người khác'} sửa trong lúc bạn làm. Xem cả hai bản rồi chọn bản giữ lại; chưa có gì bị ghi đè.`,
  },
  'wrong-state': {
    status: 409,
    sentence: (p) => `Không ${p.act} được: ${p.what} đang ở bước “${p.state}”. ${p.way ?? ''}`.trim(),
  },
} satisfies Record<string, RefusalRow>

/** Every reason for a no: code → row. Each shelf brings its own; codes are told apart by themselves. */
const refusalTable = {
  ...commonRefusals,
  ...accountsRefusals,
  ...calendarRefusals,
  ...campaignsRefusals,
  ...availabilityRefusals,
  ...inspectionsRefusals,
  ...notificationsRefusals,
  ...evidenceRefusals,
  ...documentRequestsRefusals,
  ...logisticsRefusals,
  ...outlinesRefusals,
  ...selfReportsRefusals,
  ...thematicRefusals,
  ...fieldworkRefusals,
  ...unannouncedRefusals,
  ...conclusionsRefusals,
  ...followUpRefusals,
  ...scoringRefusals,
  ...synthesisRefusals,
}

export type RefusalCode = keyof typeof refusalTable

/** Every code, in the order of the table. */
export const refusalCodes = Object.keys(refusalTable) as RefusalCode[]

/** The HTTP status that goes with a code. */
export function refusalStatus(code: RefusalCode): number {
  return refusalTable[code].status
}

/** A no that a person can act on; the only thing an act throws on purpose. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  /** What the screen needs beyond the sentence, such as both texts of a clash; plain JSON. */
  readonly details: unknown

  constructor(code: RefusalCode, params: Record<string, string | number> = {}, details: unknown = null) {
    const words = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
    super((refusalTable[code] as RefusalRow).sentence(words))
    this.name = 'Refusal'
    this.code = code
    this.status = refusalTable[code].status
    this.details = details
  }
}
