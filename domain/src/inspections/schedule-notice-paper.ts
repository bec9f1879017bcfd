import type { CalendarDate } from '../dates/calendar-date.ts'
import type { CountedDay } from '../dates/working-days.ts'
import { formatDate, formatDateWithWeekday, formatWeekday } from '../formats/dates.ts'
import { clause, dash, list, paragraph, plus, point, table } from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import { pointLabel } from '../papers/numbering.ts'
import type { Block, Paper, PaperFrame } from '../papers/paper.ts'
import { type Citation, citeInFull, citeInShort, clock, count, issuerName, person, postAt } from '../papers/wording.ts'
import type { UnitType } from '../units/unit.ts'

export interface ScheduleNotice {
  readonly frame: PaperFrame
  readonly year: number
  /** The decision that the campaign runs under. */
  readonly decision: Citation
  /** "Ủy ban nhân dân phường Lê Chân", as it reads inside a sentence. */
  readonly unitName: string
  readonly visit: {
    readonly on: CalendarDate
    readonly halfDay: 'morning' | 'afternoon'
    /** "08:00", Vietnam's time; null while no hour has been set. */
    readonly startsAt: string | null
    readonly place: string
  }
  readonly team: readonly TeamMember[]
  /** Who receives the team; `customaryParticipants` where the campaign says nothing else. */
  readonly participants: readonly string[]
  /** What is inspected: titles of the outline's sections that apply to the unit. */
  readonly contents: readonly string[]
  /** Where the outline stands: "Phụ lục I kèm theo Kế hoạch". */
  readonly outlineName: string
  /** First day of the data; the last is the day of the report. */
  readonly dataFrom: CalendarDate
  /** Thematic inspections of other agencies merged into this visit. */
  readonly thematic: readonly { readonly agency: string; readonly subject: string }[]
  readonly report: {
    readonly dueOn: CalendarDate
    readonly workingDays: number
    /** Every day from `dueOn` to the eve of the visit, in calendar order. */
    readonly counted: readonly CountedDay[]
    /** "Sở Nội vụ (qua Phòng …)". */
    readonly sendTo: string
  }
  readonly contact: {
    readonly name: string | null
    readonly post: string
    readonly phone: string | null
    readonly email: string | null
  }
  /** The earlier notice that this one replaces after the visit moved, with the reason; null for a first notice. */
  readonly replaces: { readonly code: string; readonly issuedOn: CalendarDate; readonly reason: string } | null
}

export interface TeamMember {
  readonly name: string | null
  readonly post: string
  readonly agency: string | null
  readonly roleName: string
  readonly fields: readonly string[]
}

/** Who receives the team by default, a head of the public-service centre only at commune level. Basis: QĐ 2251/QĐ-UBND, mục III.2b. */
export function customaryParticipants(type: UnitType): string[] {
  return [
    'Đại diện lãnh đạo cơ quan, đơn vị, địa phương được kiểm tra',
    ...(type === 'department' ? [] : ['Lãnh đạo Trung tâm Phục vụ hành chính công']),
    'Công chức, viên chức có liên quan đến các nội dung công tác cải cách hành chính',
  ]
}

/** The notice that tells one unit when, where and by whom it is inspected and when its report is due. Basis: QĐ 2251/QĐ-UBND, mục III.3.1, IV.1 and IV.3. */
export function scheduleNoticePaper(notice: ScheduleNotice): Paper {
  const issuer = issuerName(notice.frame)
  return composePaper({
    ...notice.frame,
    type: 'notice',
    subject: `Lịch kiểm tra công tác cải cách hành chính\nnhà nước năm ${notice.year} tại ${notice.unitName}`,
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(
        `Thực hiện ${citeInFull(notice.decision)}, ${issuer} thông báo lịch kiểm tra tại ${notice.unitName} như sau:`,
      ),
      ...replacement(notice),
      ...timeAndPlace(notice),
      ...participants(notice),
      ...contents(notice),
      ...procedure(notice),
      ...preparation(notice),
      ...contact(notice),
      paragraph(
        `${issuer} thông báo để ${notice.unitName} và các thành viên Đoàn kiểm tra biết, thực hiện. Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh kịp thời về ${issuer} để phối hợp giải quyết.`,
      ),
    ],
    appendices: [],
  })
}

function replacement({ replaces }: ScheduleNotice): Block[] {
  if (replaces === null) return []
  return [
    paragraph(
      `Thông báo này thay thế Thông báo số ${replaces.code} ngày ${formatDate(replaces.issuedOn)}. Lý do thay đổi: ${replaces.reason}.`,
    ),
  ]
}

function timeAndPlace({ visit }: ScheduleNotice): Block[] {
  const halfDay = visit.halfDay === 'morning' ? 'buổi sáng' : 'buổi chiều'
  const start = visit.startsAt === null ? '' : `, bắt đầu từ ${clock(visit.startsAt)}`
  return [
    clause('1.', 'Thời gian, địa điểm'),
    ...list('-', [
      `Thời gian: ${halfDay} ${formatWeekday(visit.on)}, ngày ${formatDate(visit.on)} (01 buổi)${start}`,
      `Địa điểm: ${visit.place}`,
    ]),
  ]
}

function participants({ team, participants, unitName }: ScheduleNotice): Block[] {
  return [
    clause('2.', 'Thành phần'),
    point(pointLabel(1), 'Đoàn kiểm tra:'),
    table(
      [
        { title: 'TT', width: 7, align: 'center' },
        { title: 'Họ và tên', width: 22, align: 'left' },
        { title: 'Chức vụ, cơ quan', width: 28, align: 'left' },
        { title: 'Nhiệm vụ', width: 18, align: 'left' },
        { title: 'Lĩnh vực', width: 25, align: 'left' },
      ],
      team.map((member, index) => [
        String(index + 1),
        member.name ?? '',
        postAt(member.post, member.agency),
        member.roleName,
        member.fields.join('; '),
      ]),
    ),
    point(pointLabel(2), `${unitName}:`),
    ...list('-', participants),
  ]
}

/** What is inspected, the same in a notice to one unit and in one for all. */
export function contents({
  contents,
  decision,
  outlineName,
  dataFrom,
  thematic,
}: Pick<ScheduleNotice, 'contents' | 'decision' | 'outlineName' | 'dataFrom' | 'thematic'>): Block[] {
  return [
    clause('3.', 'Nội dung kiểm tra'),
    paragraph(
      `Tình hình và kết quả thực hiện công tác cải cách hành chính theo Đề cương báo cáo (${outlineName} ban hành kèm theo ${citeInShort(decision)}), số liệu tính từ ngày ${formatDate(dataFrom)} đến thời điểm báo cáo, gồm:`,
    ),
    ...list('-', contents),
    ...(thematic.length === 0
      ? []
      : [
          paragraph('Lồng ghép nội dung kiểm tra chuyên đề của các cơ quan:'),
          ...list(
            '-',
            thematic.map(({ agency, subject }) => `${agency}: ${subject}`),
          ),
        ]),
  ]
}

function procedure({ unitName }: ScheduleNotice): Block[] {
  return [
    clause('4.', 'Phương pháp tiến hành'),
    ...list('-', [
      `Đại diện ${unitName} báo cáo kết quả thực hiện theo Đề cương`,
      'Đoàn kiểm tra trao đổi, xem xét hồ sơ, tài liệu và đối chiếu số liệu báo cáo theo từng lĩnh vực',
      'Hai bên thống nhất nội dung và ký biên bản kiểm tra',
    ]),
  ]
}

function preparation({ report, unitName }: ScheduleNotice): Block[] {
  return [
    clause('5.', 'Chuẩn bị của cơ quan, đơn vị, địa phương được kiểm tra'),
    dash([
      {
        text: `Xây dựng Báo cáo phục vụ kiểm tra theo Đề cương, gửi ${report.sendTo} chậm nhất `,
      },
      { text: `ngày ${formatDate(report.dueOn)}`, bold: true },
      { text: ` (${count(report.workingDays)} ngày làm việc trước ngày kiểm tra).` },
    ]),
    ...countedDays(report.counted),
    dash(
      `Báo cáo, cung cấp kịp thời, đầy đủ thông tin, tài liệu theo yêu cầu của Đoàn kiểm tra; bố trí lãnh đạo và công chức có liên quan của ${unitName} làm việc trực tiếp với Đoàn kiểm tra.`,
    ),
  ]
}

/** The days behind the deadline, so that the unit can count them again: those worked, then those left out and why. */
function countedDays(counted: readonly CountedDay[]): Block[] {
  const worked = counted.filter((day) => day.working).map((day) => formatDateWithWeekday(day.date))
  const off = sameReasonTogether(counted.filter((day) => !day.working))
  return [
    ...(worked.length === 0 ? [] : [plus(`Các ngày làm việc được tính: ${worked.join(', ')}.`)]),
    ...(off.length === 0 ? [] : [plus(`Các ngày không tính: ${off.join('; ')}.`)]),
  ]
}

/** "thứ Bảy 29/08/2026, Chủ nhật 30/08/2026: nghỉ cuối tuần" for days that follow each other in the list with one reason. */
function sameReasonTogether(days: readonly CountedDay[]): string[] {
  const groups: { reason: string; dates: string[] }[] = []
  for (const day of days) {
    const reason = day.reason.replace(`${formatWeekday(day.date)}, `, '')
    const last = groups.at(-1)
    if (last?.reason === reason) last.dates.push(formatDateWithWeekday(day.date))
    else groups.push({ reason, dates: [formatDateWithWeekday(day.date)] })
  }
  return groups.map(({ reason, dates }) => `${dates.join(', ')}: ${reason}`)
}

/** Whom to ask, under the clause's number. */
export function contact({ contact, frame }: Pick<ScheduleNotice, 'contact' | 'frame'>, label = '6.'): Block[] {
  const ways = [
    contact.phone === null ? null : `điện thoại ${contact.phone}`,
    contact.email === null ? null : `thư điện tử ${contact.email}`,
  ].filter((way) => way !== null)
  return [
    clause(label, 'Đầu mối liên hệ'),
    paragraph(
      `${[person({ name: contact.name, post: postAt(contact.post, issuerName(frame)) }), ...ways].join(', ')}.`,
    ),
  ]
}
