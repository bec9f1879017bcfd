import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate, formatDateWithWeekday } from '../formats/dates.ts'
import { type HalfDay, halfDayNames } from '../inspections/contract.ts'
import { clause, list, paragraph, table, textBlocks } from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Block, Paper, PaperFrame } from '../papers/paper.ts'
import { type Citation, citeInFull, issuerName, moment, postAt } from '../papers/wording.ts'
import { type Place, placeKindNames } from './contract.ts'

export interface UnannouncedPaper {
  readonly frame: PaperFrame
  readonly year: number
  readonly decision: Citation
  /** "Ủy ban nhân dân phường Lê Chân", as it reads inside a sentence. */
  readonly unitName: string
  readonly officeName: string
  readonly reasons: string
  readonly visitOn: CalendarDate | null
  readonly halfDay: HalfDay | null
  readonly places: readonly Place[]
  readonly team: readonly {
    readonly name: string
    readonly post: string
    readonly agency: string | null
    readonly fields: readonly string[]
  }[]
  readonly orderedOn: CalendarDate | null
  /** Null while it has not been opened: the hour is then written in by hand. */
  readonly openedAt: string | null
}

/**
 * The leader's order to the team, a dispatch without a number until it is entered in the book after opening.
 * Basis: QĐ 2251/QĐ-UBND, mục II.2, III.3.2, III.4b; Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.5.
 */
export function unannouncedOrderPaper(order: UnannouncedPaper): Paper {
  return composePaper({
    ...order.frame,
    type: 'dispatch',
    subject: `kiểm tra đột xuất công tác cải cách hành chính\ntại ${order.unitName}`,
    addressees: ['Phó Trưởng đoàn Thường trực Đoàn kiểm tra', 'Các thành viên Đoàn kiểm tra có tên tại mục 4'],
    legalBases: [],
    blocks: [
      paragraph(
        `Thực hiện ${citeInFull(order.decision)}; theo đề xuất của ${order.officeName}, Trưởng Đoàn kiểm tra chỉ đạo kiểm tra đột xuất, không thông báo trước, đối với ${order.unitName} như sau:`,
      ),
      clause('1.', 'Lý do kiểm tra'),
      ...textBlocks(order.reasons),
      clause('2.', 'Thời gian'),
      paragraph(`${timeInWords(order)}.`),
      clause('3.', 'Địa điểm'),
      ...places(order),
      clause('4.', 'Thành phần'),
      ...team(order),
      clause('5.', 'Yêu cầu'),
      ...list('-', [
        'Những người được biết giữ kín đơn vị, thời gian, địa điểm kiểm tra cho đến khi Đoàn công bố tại chỗ',
        'Khi đến nơi, Đoàn kiểm tra công bố việc kiểm tra với người đại diện đơn vị, kiểm tra từng địa điểm, lập biên bản và thông báo kết luận như một cuộc kiểm tra theo kế hoạch',
        `${order.officeName} tổng hợp kết quả, báo cáo Trưởng Đoàn kiểm tra`,
      ]),
    ],
    appendices: [],
  })
}

/** What the team hands over on site. Basis: QĐ 2251/QĐ-UBND, mục II.2, III.3.2, IV.3; Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4. */
export function unannouncedNoticePaper(notice: UnannouncedPaper): Paper {
  const ordered = notice.orderedOn === null ? '' : ` ngày ${formatDate(notice.orderedOn)}`
  return composePaper({
    ...notice.frame,
    type: 'notice',
    subject: `Kiểm tra đột xuất công tác cải cách hành chính\nnhà nước năm ${notice.year} tại ${notice.unitName}`,
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(
        `Thực hiện ${citeInFull(notice.decision)} và chỉ đạo của Trưởng Đoàn kiểm tra${ordered}, ${issuerName(notice.frame)} thông báo Đoàn kiểm tra tiến hành kiểm tra đột xuất tại ${notice.unitName}:`,
      ),
      clause('1.', 'Thời gian công bố'),
      paragraph(`${moment(notice.openedAt)}.`),
      clause('2.', 'Địa điểm kiểm tra'),
      ...places(notice),
      clause('3.', 'Nội dung kiểm tra'),
      paragraph(
        'Việc thực hiện công tác cải cách hành chính và giải quyết thủ tục hành chính cho người dân, doanh nghiệp; hồ sơ, sổ sách, dữ liệu trên hệ thống thông tin giải quyết thủ tục hành chính; việc tiếp công dân và chấp hành kỷ luật, kỷ cương hành chính.',
      ),
      clause('4.', 'Đoàn kiểm tra'),
      ...team(notice),
      clause('5.', `Yêu cầu đối với ${notice.unitName}`),
      ...list('-', [
        'Cử lãnh đạo và công chức có liên quan làm việc trực tiếp với Đoàn kiểm tra',
        'Cung cấp kịp thời, đầy đủ hồ sơ, tài liệu, dữ liệu theo yêu cầu của Đoàn kiểm tra; không phải lập báo cáo trước',
        'Bảo đảm việc tiếp nhận, giải quyết hồ sơ của người dân, doanh nghiệp diễn ra bình thường trong thời gian kiểm tra',
      ]),
    ],
    appendices: [],
  })
}

function timeInWords({ visitOn, halfDay }: UnannouncedPaper): string {
  if (visitOn === null || halfDay === null) return 'Trưởng đoàn quyết định ngày cụ thể'
  return `Buổi ${halfDayNames[halfDay].toLowerCase()}, ${formatDateWithWeekday(visitOn)}`
}

function places({ places }: UnannouncedPaper): Block[] {
  return list(
    '-',
    places.map(({ kind, name, address }) => `${placeKindNames[kind]}: ${[name, address].filter(Boolean).join(', ')}`),
  )
}

function team({ team }: UnannouncedPaper): Block[] {
  if (team.length === 0) return [paragraph('Trưởng đoàn phân công khi lên đường.')]
  return [
    table(
      [
        { title: 'TT', width: 8, align: 'center' },
        { title: 'Họ và tên', width: 28, align: 'left' },
        { title: 'Chức vụ, cơ quan', width: 34, align: 'left' },
        { title: 'Lĩnh vực', width: 30, align: 'left' },
      ],
      team.map(({ name, post, agency, fields }, index) => [
        String(index + 1),
        name,
        postAt(post, agency),
        fields.join('; '),
      ]),
    ),
  ]
}
