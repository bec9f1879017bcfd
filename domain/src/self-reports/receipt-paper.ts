import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDateWithWeekday, formatInstant } from '../formats/dates.ts'
import { bold, dash, paragraph } from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Paper, PaperFrame } from '../papers/paper.ts'
import { count } from '../papers/wording.ts'

export interface Receipt {
  readonly frame: PaperFrame
  readonly unitName: string
  readonly version: number
  readonly sentAt: string
  readonly sentBy: string
  readonly visitOn: CalendarDate | null
  readonly dueOn: CalendarDate | null
  readonly extendedTo: CalendarDate | null
  readonly verdict: 'on-time' | 'late' | null
  readonly daysLate: number | null
  /** The date that was granted after a late sending, by which it came to be in time. */
  readonly grantedSince: CalendarDate | null
  /** Working days that the deadline was counted over, first to last. */
  readonly counted: readonly { readonly date: CalendarDate; readonly working: boolean }[]
  readonly reason: string
  readonly answered: number
  readonly explained: number
  readonly fingerprint: string
}

/**
 * The receipt of a report that was sent, to be printed by the unit or the office: time, verdict with the days it was counted
 * by, and the fingerprint of what was sent. Basis: QĐ 2251/QĐ-UBND, mục IV.3.
 */
export function receiptPaper(receipt: Receipt): Paper {
  const { frame, unitName, version, sentAt, sentBy, visitOn, dueOn, extendedTo, grantedSince, reason, fingerprint } =
    receipt
  const again = version > 1 ? ` (bản gửi lần ${count(version)})` : ''
  const working = receipt.counted.filter((day) => day.working)
  return composePaper({
    ...frame,
    type: 'receipt',
    subject: `Báo cáo phục vụ kiểm tra công tác cải cách hành chính\ncủa ${unitName}`,
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(`Hệ thống đã nhận báo cáo phục vụ kiểm tra của ${unitName}${again} qua mạng, cụ thể:`),
      dash(`Thời điểm nhận: ${formatInstant(sentAt)};`),
      dash(`Người gửi: ${sentBy};`),
      ...(visitOn ? [dash(`Buổi kiểm tra: ${formatDateWithWeekday(visitOn)};`)] : []),
      ...(dueOn
        ? [
            dash(
              `Hạn gửi: hết ${formatDateWithWeekday(dueOn)}${extendedTo === dueOn ? ' (đã được gia hạn)' : ''}${
                working.length > 0
                  ? `; đếm lùi ${count(working.length)} ngày làm việc trước buổi kiểm tra: ${working.map(({ date }) => formatDateWithWeekday(date)).join(', ')}`
                  : ''
              };`,
            ),
          ]
        : []),
      dash([{ text: 'Kết quả: ' }, bold(`${verdictInWords(receipt)};`)]),
      ...(grantedSince && version === 1
        ? [dash(`Đã được gia hạn sau khi gửi, đến hết ${formatDateWithWeekday(grantedSince)}: tính là đúng hạn;`)]
        : []),
      ...(reason ? [dash(`Lý do gửi lại: ${reason};`)] : []),
      dash(`Nội dung: ${receipt.answered} mục có câu trả lời, ${receipt.explained} giải trình số liệu;`),
      dash(`Mã kiểm chứng nội dung (SHA-256): ${(fingerprint.match(/.{1,8}/g) ?? []).join(' ')}.`),
      paragraph(
        'Mã kiểm chứng được tính từ chính nội dung đã gửi; ai có quyền xem báo cáo đều tính lại được trong hệ thống để biết nội dung có bị thay đổi hay không.',
      ),
    ],
    appendices: [],
  })
}

/** "đúng hạn", "muộn 02 ngày làm việc": a version is judged by the deadline of the day it was sent. */
export function verdictInWords({
  verdict,
  daysLate,
  version,
}: Pick<Receipt, 'verdict' | 'daysLate' | 'version'>): string {
  if (version > 1) return 'gửi lại; đúng hạn hay muộn xét theo lần gửi đầu'
  if (verdict === null) return 'chưa có hạn để xét'
  return verdict === 'on-time' ? 'đúng hạn' : `muộn ${count(daysLate ?? 0)} ngày làm việc`
}
