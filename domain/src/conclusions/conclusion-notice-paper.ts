import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate, formatLongDate } from '../formats/dates.ts'
import { clause, list, paragraph, section, table, textBlocks } from '../papers/blocks.ts'
import { endedWith } from '../papers/clean-text.ts'
import { composePaper } from '../papers/compose-paper.ts'
import { romanNumeral } from '../papers/numbering.ts'
import type { Block, Paper, PaperFrame } from '../papers/paper.ts'
import { type Citation, citeInFull, count, issuerName } from '../papers/wording.ts'

export interface ConclusionNotice {
  readonly frame: PaperFrame
  readonly year: number
  readonly decision: Citation
  readonly unitName: string
  readonly visitOn: CalendarDate
  /** Agencies that took part in the visit. */
  readonly teamAgencies: readonly string[]
  readonly fieldNames: readonly string[]
  /** Thematic inspections that took place inside the visit; their results are their agencies' own. */
  readonly thematic: readonly { readonly agency: string; readonly title: string }[]
  /** The data examined. */
  readonly dataFrom: CalendarDate
  /** Null for an unannounced inspection, which asks for none. */
  readonly report: {
    /** Null when the unit sent none. */
    readonly sentOn: CalendarDate | null
    readonly dueOn: CalendarDate
    readonly verdict: 'on-time' | 'late' | null
  } | null
  /** The notice's own words, as edited by the office; a line that begins with "-" or "+" becomes a list item. */
  readonly overview: string
  readonly results: readonly FieldText[]
  readonly shortcomings: readonly FieldText[]
  readonly causes: string
  readonly execution: string
  readonly recommendations: readonly RecommendationLine[]
  /** The notice whose place it takes, and why. Basis: Nghị định 30/2020/NĐ-CP, khoản 3 Điều 18. */
  readonly replaces?: Replaced | null
  /** By when the unit answers for all of it; null leaves it to the terms of the recommendations. */
  readonly reportBackOn: CalendarDate | null
}

export interface Replaced {
  /** "103/TB-SNV". */
  readonly code: string
  readonly issuedOn: CalendarDate
  readonly reason: string
}

export interface FieldText {
  readonly fieldName: string
  readonly text: string
}

export interface RecommendationLine {
  readonly text: string
  readonly addressee: string
  readonly dueOn: CalendarDate
  /** What shows that it was done; empty when nothing was asked for. */
  readonly proofExpected: string
}

/** The notice of what an inspection found and what is to be done. Basis: QĐ 2251/QĐ-UBND, mục IV.1; its parts are customary. */
export function conclusionNoticePaper(notice: ConclusionNotice): Paper {
  const issuer = issuerName(notice.frame)
  const parts: [string, Block[]][] = [
    ['Khái quát', overview(notice)],
    ['Kết quả đạt được', byField(notice.results, 'Chưa ghi nhận kết quả nổi bật.')],
    ['Tồn tại, hạn chế', shortcomings(notice)],
    ['Nguyên nhân', textBlocks(notice.causes)],
    ['Yêu cầu, kiến nghị', recommendations(notice)],
    ['Tổ chức thực hiện', execution(notice)],
  ]
  return composePaper({
    ...notice.frame,
    type: 'notice',
    subject: `Kết luận kiểm tra công tác cải cách hành chính\nnhà nước năm ${notice.year} tại ${notice.unitName}`,
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(
        `Thực hiện ${citeInFull(notice.decision)}, ngày ${formatDate(notice.visitOn)} Đoàn kiểm tra đã tiến hành kiểm tra${notice.report === null ? ' đột xuất' : ''} tại ${notice.unitName}. Trên cơ sở ${notice.report === null ? '' : 'báo cáo của đơn vị, '}biên bản và kết quả kiểm tra, ${issuer} thông báo kết luận như sau:`,
      ),
      ...replacing(notice),
      ...parts
        .filter(([, blocks]) => blocks.length > 0)
        .flatMap(([title, blocks], index) => [section(`${romanNumeral(index + 1)}.`, title), ...blocks]),
    ],
    appendices: [],
  })
}

function replacing({ replaces }: ConclusionNotice): Block[] {
  if (!replaces) return []
  const { code, issuedOn, reason } = replaces
  return [
    paragraph(
      `Thông báo này thay thế Thông báo số ${code} ${formatLongDate(issuedOn)}. Lý do thay thế: ${endedWith('.', reason)}`,
    ),
  ]
}

function overview({
  teamAgencies,
  fieldNames,
  thematic,
  dataFrom,
  report,
  overview,
  unitName,
}: ConclusionNotice): Block[] {
  return [
    ...(teamAgencies.length === 0
      ? []
      : [paragraph(`Tham gia Đoàn kiểm tra có đại diện: ${teamAgencies.join(', ')}.`)]),
    paragraph(
      `Nội dung kiểm tra gồm ${count(fieldNames.length)} lĩnh vực: ${fieldNames.join('; ')}. Số liệu tính từ ngày ${formatDate(dataFrom)} đến thời điểm báo cáo.`,
    ),
    ...(thematic.length === 0
      ? []
      : [
          paragraph(
            `Buổi kiểm tra lồng ghép nội dung kiểm tra chuyên đề của: ${thematic.map(({ agency, title }) => `${agency} (${endedWith('', title)})`).join('; ')}. Kết quả kiểm tra chuyên đề do cơ quan chủ trì thông báo.`,
          ),
        ]),
    paragraph(reporting(unitName, report)),
    ...textBlocks(overview),
  ]
}

function reporting(unitName: string, report: ConclusionNotice['report']): string {
  if (report === null) return 'Đây là cuộc kiểm tra đột xuất, không thông báo trước và không yêu cầu lập báo cáo trước.'
  const { sentOn, dueOn, verdict } = report
  if (sentOn === null) return `${unitName} chưa gửi Báo cáo phục vụ kiểm tra (hạn gửi ngày ${formatDate(dueOn)}).`
  const timing = verdict === 'late' ? 'chậm so với' : 'bảo đảm'
  return `${unitName} gửi Báo cáo phục vụ kiểm tra ngày ${formatDate(sentOn)}, ${timing} thời hạn quy định (ngày ${formatDate(dueOn)}).`
}

function byField(texts: readonly FieldText[], none: string): Block[] {
  const written = texts.map(({ fieldName, text }) => ({ fieldName, blocks: textBlocks(text) }))
  const present = written.filter(({ blocks }) => blocks.length > 0)
  if (present.length === 0) return [paragraph(none)]
  return present.flatMap(({ fieldName, blocks }, index) => [clause(`${index + 1}.`, fieldName), ...blocks])
}

function shortcomings({ shortcomings, unitName }: ConclusionNotice): Block[] {
  return byField(shortcomings, `Qua kiểm tra chưa phát hiện tồn tại, hạn chế tại ${unitName}.`)
}

function recommendations({ recommendations, unitName }: ConclusionNotice): Block[] {
  if (recommendations.length === 0) {
    return [paragraph(`Đề nghị ${unitName} tiếp tục duy trì, phát huy các kết quả đã đạt được.`)]
  }
  return [
    paragraph(
      `Yêu cầu ${unitName} và các cơ quan, đơn vị, cá nhân có liên quan thực hiện ${count(recommendations.length)} nội dung sau:`,
    ),
    table(
      [
        { title: 'TT', width: 7, align: 'center' },
        { title: 'Nội dung yêu cầu, kiến nghị', width: 37, align: 'left' },
        { title: 'Nơi thực hiện', width: 20, align: 'left' },
        { title: 'Thời hạn', width: 15, align: 'center' },
        { title: 'Minh chứng', width: 21, align: 'left' },
      ],
      recommendations.map(({ text, addressee, dueOn, proofExpected }, index) => [
        String(index + 1),
        endedWith('.', text),
        addressee,
        formatDate(dueOn),
        proofExpected,
      ]),
    ),
  ]
}

function execution({ execution, reportBackOn, unitName, frame, replaces }: ConclusionNotice): Block[] {
  const issuer = issuerName(frame)
  const term =
    reportBackOn === null
      ? 'theo đúng thời hạn của từng nội dung nêu trên'
      : `chậm nhất ngày ${formatDate(reportBackOn)}`
  return [
    ...textBlocks(execution),
    ...list('-', [
      `${unitName} công khai Thông báo kết luận này trong cơ quan, tổ chức thực hiện các yêu cầu, kiến nghị nêu trên và báo cáo kết quả kèm minh chứng về ${issuer} ${term}`,
      `${issuer} theo dõi, đôn đốc, xác minh kết quả thực hiện và tổng hợp, báo cáo cấp có thẩm quyền. Kết quả thực hiện là căn cứ đánh giá công tác cải cách hành chính năm của đơn vị và của người đứng đầu`,
    ]),
    ...(replaces
      ? [
          paragraph(
            `Các yêu cầu, kiến nghị của Thông báo số ${replaces.code} chưa thực hiện xong được tiếp tục thực hiện theo Thông báo này; những việc đơn vị đã báo cáo, đã được gia hạn vẫn có giá trị.`,
          ),
        ]
      : []),
    paragraph(`Trên đây là Thông báo kết luận kiểm tra tại ${unitName}.`),
  ]
}
