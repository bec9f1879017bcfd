import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatLongDate } from '../formats/dates.ts'
import { list, paragraph } from '../papers/blocks.ts'
import { endedWith } from '../papers/clean-text.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Paper, PaperFrame } from '../papers/paper.ts'
import { issuerName } from '../papers/wording.ts'

export interface WithdrawalNotice {
  readonly frame: PaperFrame
  readonly unitName: string
  readonly year: number
  readonly notice: { readonly code: string; readonly issuedOn: CalendarDate }
  readonly reason: string
}

/**
 * The notice that takes an issued notice back: paper copies are returned, electronic ones destroyed by whoever received them.
 * Basis: Nghị định 30/2020/NĐ-CP, khoản 4 Điều 18.
 */
export function withdrawalNoticePaper({ frame, unitName, year, notice, reason }: WithdrawalNotice): Paper {
  const issuer = issuerName(frame)
  const cited = `Thông báo số ${notice.code}`
  return composePaper({
    ...frame,
    type: 'notice',
    subject: `Thu hồi ${cited} ${formatLongDate(notice.issuedOn)}`,
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(
        `Căn cứ khoản 4 Điều 18 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, ${issuer} thông báo thu hồi ${cited} ${formatLongDate(notice.issuedOn)} về kết luận kiểm tra công tác cải cách hành chính nhà nước năm ${year} tại ${unitName}.`,
      ),
      paragraph(`Lý do thu hồi: ${endedWith('.', reason)}`),
      paragraph(`Đề nghị ${unitName} và các cơ quan, đơn vị đã nhận ${cited}:`),
      ...list('-', [
        `Gửi lại ${issuer} văn bản giấy đã nhận`,
        `Hủy bỏ văn bản điện tử đã nhận trên hệ thống và thông báo qua hệ thống để ${issuer} biết`,
        `Không tiếp tục thực hiện các yêu cầu, kiến nghị nêu tại ${cited} kể từ ngày ban hành Thông báo này`,
      ]),
      paragraph(`Kết luận kiểm tra tại ${unitName} sẽ được ${issuer} thông báo lại bằng văn bản khác.`),
    ],
    appendices: [],
  })
}
