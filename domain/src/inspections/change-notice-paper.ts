import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import { clause, list, paragraph, table } from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Block, Paper } from '../papers/paper.ts'
import { citeInFull, count, issuerName } from '../papers/wording.ts'
import { contact, type ScheduleNotice } from './schedule-notice-paper.ts'
import { halfDayInWords, type ToldVisit, visitTimeInCell, visitTimeInWords } from './told-visit.ts'

/** A visit that moved after its notice: what the notice said, what stands now, and why. */
export interface MovedVisit {
  /** "Ủy ban nhân dân phường Lê Chân", as it reads inside a sentence. */
  readonly unitName: string
  /** The notice whose time and deadline no longer stand. */
  readonly notice: { readonly code: string; readonly issuedOn: CalendarDate }
  readonly before: ToldVisit
  readonly after: ToldVisit
  readonly reason: string
}

export interface ChangeNotice extends Pick<ScheduleNotice, 'frame' | 'year' | 'decision' | 'contact'> {
  /** At least one; several are printed as a table. */
  readonly visits: readonly MovedVisit[]
}

/** The notice that a visit, or several, moved after it had been announced. Basis: QĐ 2251/QĐ-UBND, mục III.3.1, IV.1 and IV.3. */
export function changeNoticePaper(notice: ChangeNotice): Paper {
  const { visits, frame, year, decision } = notice
  const issuer = issuerName(frame)
  const [only, ...others] = visits
  const one = only !== undefined && others.length === 0 ? only : null
  const whom = one ? one.unitName : `${count(visits.length)} cơ quan, đơn vị, địa phương`
  return composePaper({
    ...frame,
    type: 'notice',
    subject: `Thay đổi lịch kiểm tra công tác cải cách hành chính\nnhà nước năm ${year}${one ? ` tại ${one.unitName}` : ''}`,
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(`Thực hiện ${citeInFull(decision)}, ${issuer} thông báo thay đổi lịch kiểm tra tại ${whom} như sau:`),
      ...(one ? oneChange(one) : manyChanges(visits)),
      ...unchanged(visits),
      ...contact(notice, '3.'),
      paragraph(
        `${issuer} thông báo để ${one ? one.unitName : 'các cơ quan, đơn vị, địa phương'} và các thành viên Đoàn kiểm tra biết, thực hiện.`,
      ),
    ],
    appendices: [],
  })
}

function oneChange({ before, after, notice, reason }: MovedVisit): Block[] {
  return [
    clause('1.', 'Nội dung thay đổi'),
    ...list('-', [
      `Lịch đã thông báo (Thông báo số ${notice.code} ngày ${formatDate(notice.issuedOn)}): ${halfDayInWords(before)}, tại ${before.place}`,
      `Lịch mới: ${visitTimeInWords(after)}, tại ${after.place}`,
      after.reportDueOn === before.reportDueOn
        ? `Hạn gửi báo cáo phục vụ kiểm tra: giữ nguyên, chậm nhất ngày ${formatDate(after.reportDueOn)}`
        : `Hạn gửi báo cáo phục vụ kiểm tra: chậm nhất ngày ${formatDate(after.reportDueOn)} (hạn đã thông báo: ngày ${formatDate(before.reportDueOn)})`,
      `Lý do: ${lowerFirst(reason)}`,
    ]),
  ]
}

function manyChanges(visits: readonly MovedVisit[]): Block[] {
  return [
    clause('1.', 'Nội dung thay đổi'),
    table(
      [
        { title: 'TT', width: 6, align: 'center' },
        { title: 'Cơ quan, đơn vị, địa phương', width: 20, align: 'left' },
        { title: 'Lịch đã thông báo', width: 20, align: 'left' },
        { title: 'Lịch mới', width: 22, align: 'left' },
        { title: 'Hạn gửi báo cáo mới', width: 14, align: 'center' },
        { title: 'Lý do', width: 18, align: 'left' },
      ],
      visits.map(({ unitName, notice, before, after, reason }, index) => [
        String(index + 1),
        unitName,
        `${visitTimeInCell(before)} (Thông báo số ${notice.code})`,
        `${visitTimeInCell(after)}, tại ${after.place}`,
        formatDate(after.reportDueOn),
        reason,
      ]),
    ),
  ]
}

/** What the change leaves as it was, and which notices it replaces in part. */
function unchanged(visits: readonly MovedVisit[]): Block[] {
  const codes = [...new Map(visits.map(({ notice }) => [notice.code, notice])).values()]
  const notices = codes.map(({ code, issuedOn }) => `số ${code} ngày ${formatDate(issuedOn)}`).join('; ')
  return [
    clause('2.', 'Hiệu lực của thông báo đã ban hành'),
    paragraph(
      `Thông báo này thay thế nội dung về thời gian, địa điểm, hạn gửi báo cáo tại Thông báo ${notices}. Thành phần, nội dung, phương pháp tiến hành và việc chuẩn bị giữ nguyên theo Thông báo đã ban hành.`,
    ),
  ]
}

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
