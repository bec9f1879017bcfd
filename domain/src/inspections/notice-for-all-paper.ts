import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import { clause, dash, list, paragraph, table } from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Block, Paper } from '../papers/paper.ts'
import { citeInFull, count, issuerName } from '../papers/wording.ts'
import { halfDayTimes } from './half-day-times.ts'
import { contact, contents, type ScheduleNotice } from './schedule-notice-paper.ts'
import { type ToldVisit, visitTimeInCell } from './told-visit.ts'

/** One notice with the visits of many units. */
export interface NoticeForAll
  extends Pick<ScheduleNotice, 'frame' | 'year' | 'decision' | 'contents' | 'outlineName' | 'dataFrom' | 'contact'> {
  /** In the order in which they are printed. */
  readonly visits: readonly (ToldVisit & { readonly unitName: string })[]
  readonly participants: readonly string[]
  /** Working days by which the report is due before the visit, and where it goes. */
  readonly report: { readonly workingDays: number; readonly sendTo: string }
  /** Earlier notices that this one replaces because their visits moved. */
  readonly replaces: readonly { readonly code: string; readonly issuedOn: CalendarDate }[]
}

/** The notice that tells every unit of the season at once, with a table of the visits. Basis: QĐ 2251/QĐ-UBND, mục III.3.1, IV.1 and IV.3. */
export function noticeForAllPaper(notice: NoticeForAll): Paper {
  const issuer = issuerName(notice.frame)
  return composePaper({
    ...notice.frame,
    type: 'notice',
    subject: `Lịch kiểm tra công tác cải cách hành chính\nnhà nước năm ${notice.year} tại các cơ quan, đơn vị, địa phương`,
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(
        `Thực hiện ${citeInFull(notice.decision)}, ${issuer} thông báo lịch kiểm tra tại ${count(notice.visits.length)} cơ quan, đơn vị, địa phương như sau:`,
      ),
      ...replacement(notice),
      ...timetable(notice),
      clause('2.', 'Thành phần'),
      dash(
        'Đoàn kiểm tra: Phó Trưởng đoàn, các thành viên và thư ký Đoàn kiểm tra theo phân công của Trưởng đoàn cho từng buổi;',
      ),
      ...list('-', notice.participants),
      ...contents({ ...notice, thematic: [] }),
      ...preparation(notice),
      ...contact(notice, '5.'),
      paragraph(
        `${issuer} thông báo để các cơ quan, đơn vị, địa phương và các thành viên Đoàn kiểm tra biết, thực hiện. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời về ${issuer} để phối hợp giải quyết.`,
      ),
    ],
    appendices: [],
  })
}

function replacement({ replaces }: NoticeForAll): Block[] {
  if (replaces.length === 0) return []
  const notices = replaces.map(({ code, issuedOn }) => `số ${code} ngày ${formatDate(issuedOn)}`).join('; ')
  return [paragraph(`Thông báo này thay thế nội dung về thời gian, địa điểm kiểm tra tại các Thông báo: ${notices}.`)]
}

function timetable({ visits }: NoticeForAll): Block[] {
  const { morning, afternoon } = halfDayTimes
  return [
    clause('1.', 'Thời gian, địa điểm'),
    table(
      [
        { title: 'TT', width: 7, align: 'center' },
        { title: 'Cơ quan, đơn vị, địa phương', width: 27, align: 'left' },
        { title: 'Thời gian', width: 21, align: 'left' },
        { title: 'Địa điểm', width: 27, align: 'left' },
        { title: 'Hạn gửi báo cáo', width: 18, align: 'center' },
      ],
      visits.map((visit, index) => [
        String(index + 1),
        visit.unitName,
        visitTimeInCell(visit),
        visit.place,
        formatDate(visit.reportDueOn),
      ]),
    ),
    paragraph(
      `Mỗi nơi làm việc 01 buổi; buổi sáng bắt đầu từ ${hour(morning.from)}, buổi chiều bắt đầu từ ${hour(afternoon.from)}.`,
    ),
  ]
}

const hour = (time: string) => `${time.slice(0, 2)} giờ ${time.slice(3)} phút`

function preparation({ report }: NoticeForAll): Block[] {
  return [
    clause('4.', 'Chuẩn bị của cơ quan, đơn vị, địa phương được kiểm tra'),
    dash(
      `Xây dựng Báo cáo phục vụ kiểm tra theo Đề cương, gửi ${report.sendTo} chậm nhất vào ngày ghi tại cột “Hạn gửi báo cáo” (${count(report.workingDays)} ngày làm việc trước ngày kiểm tra).`,
    ),
    dash(
      'Báo cáo, cung cấp kịp thời, đầy đủ thông tin, tài liệu theo yêu cầu của Đoàn kiểm tra; bố trí lãnh đạo và công chức có liên quan làm việc trực tiếp với Đoàn kiểm tra.',
    ),
  ]
}
