import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatLongDate } from '../formats/dates.ts'
import { bold, paragraph, table } from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Paper, PaperFrame } from '../papers/paper.ts'
import { count, issuerName } from '../papers/wording.ts'
import { type CorrectedPassage, type CorrectionView, correctionKindNames } from './replacement-contract.ts'

export interface CorrectionLetter {
  readonly frame: PaperFrame
  readonly unitName: string
  readonly year: number
  /** The notice that is corrected: "103/TB-SNV". */
  readonly notice: { readonly code: string; readonly issuedOn: CalendarDate }
  readonly kind: CorrectionView['kind']
  readonly passages: readonly CorrectedPassage[]
}

/**
 * The dispatch that corrects the form of an issued notice: each passage as it was printed and as it is to be read. What the
 * notice says is not touched. Basis: Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18; mẫu 1.5.
 */
export function correctionLetterPaper({ frame, unitName, year, notice, kind, passages }: CorrectionLetter): Paper {
  const issuer = issuerName(frame)
  const cited = `Thông báo số ${notice.code}`
  return composePaper({
    ...frame,
    type: 'dispatch',
    subject: `đính chính ${cited} ${formatLongDate(notice.issuedOn)}`,
    addressees: [unitName],
    legalBases: [],
    blocks: [
      paragraph(
        `${formatLongDate(notice.issuedOn).replace(/^n/u, 'N')}, ${issuer} ban hành ${cited} về kết luận kiểm tra công tác cải cách hành chính nhà nước năm ${year} tại ${unitName}. Do sai sót về ${correctionKindNames[kind]}, căn cứ khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư, ${issuer} đính chính ${count(passages.length)} nội dung như sau:`,
      ),
      table(
        [
          { title: 'TT', width: 7, align: 'center' },
          { title: 'Vị trí', width: 21, align: 'left' },
          { title: 'Đã in', width: 36, align: 'left' },
          { title: 'Đính chính thành', width: 36, align: 'left' },
        ],
        passages.map(({ where, wrong, right }, index) => [
          String(index + 1),
          where,
          wrong,
          { runs: [bold(right)], align: 'left' as const },
        ]),
      ),
      paragraph(`Các nội dung khác của ${cited} không thay đổi. Công văn này là một phần không tách rời của ${cited}.`),
      paragraph(`${issuer} thông báo để ${unitName} và các cơ quan, đơn vị có liên quan biết, thực hiện.`),
    ],
    appendices: [],
  })
}
