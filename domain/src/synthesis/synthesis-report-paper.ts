import type { CalendarDate } from '../dates/calendar-date.ts'
import { formatDate } from '../formats/dates.ts'
import { formatPercent } from '../formats/numbers.ts'
import { bold, clause, dash, list, paragraph, section, table, textBlocks } from '../papers/blocks.ts'
import { endedWith } from '../papers/clean-text.ts'
import { composePaper } from '../papers/compose-paper.ts'
import { romanNumeral } from '../papers/numbering.ts'
import type { Block, Cell, Paper, PaperFrame } from '../papers/paper.ts'
import { type Citation, citeInFull, count, insideSentence, issuerName } from '../papers/wording.ts'
import { annexByUnit, type UnitRow } from './annex-by-unit.ts'

export interface SynthesisReport {
  readonly frame: PaperFrame
  readonly year: number
  readonly decision: Citation
  /** "Ủy ban nhân dân thành phố Hải Phòng". */
  readonly addressee: string
  readonly asOf: CalendarDate
  /** By block (departments, communes): all units of it, those in the plan, those visited. */
  readonly coverage: readonly Coverage[]
  /** Visits beyond the plan; the unannounced count only once opened. */
  readonly unannounced: number
  readonly thematic: number
  /** What became of departments' registrations, and every second visit of a year with who allowed it. */
  readonly merging: {
    readonly registered: number
    readonly merged: number
    readonly mergedMade: number
    readonly separate: number
    readonly exceptions: readonly {
      readonly unitName: string
      readonly agencyName: string
      readonly title: string
      readonly allowedBy: string
      readonly reason: string
    }[]
  }
  readonly reports: {
    readonly expected: number
    readonly onTime: number
    readonly late: number
    readonly missing: number
    /** Units that were granted more time, and reports corrected after they had been sent; none when absent. */
    readonly extended?: number
    readonly corrected?: number
  }
  readonly fields: readonly FieldResult[]
  readonly shortcomings: readonly RepeatedShortcoming[]
  readonly goodPractices: readonly { readonly unitName: string; readonly text: string }[]
  readonly recommendations: {
    readonly total: number
    readonly verified: number
    readonly remedied: number
    readonly open: number
    /** Of those not verified, how many are past their date. */
    readonly overdue: number
    readonly extended: number
  }
  /** Difficulties that units raised through the office; null when none are kept. */
  readonly difficulties: { readonly raised: number; readonly answered: number; readonly passedUp: number } | null
  /** The office's own words; a line that begins with "-" or "+" becomes a list item. */
  readonly overview: string
  readonly assessment: string
  readonly proposals: string
  readonly units: readonly UnitRow[]
}

export interface Coverage {
  readonly block: string
  readonly all: number
  readonly planned: number
  readonly done: number
}

export interface FieldResult {
  readonly name: string
  /** Totals and rates as the screen shows them: `value` is formatted ("12.345 hồ sơ"), `method` says how it came about. */
  readonly figures: readonly { readonly label: string; readonly value: string; readonly method: string }[]
  readonly text: string
}

export interface RepeatedShortcoming {
  readonly text: string
  readonly fieldName: string
  readonly unitNames: readonly string[]
}

/** The report on a whole campaign to the People's Committee, with an annex by unit. Basis: QĐ 2251/QĐ-UBND, mục IV.1; its parts are customary. */
export function synthesisReportPaper(report: SynthesisReport): Paper {
  const issuer = issuerName(report.frame)
  const parts: [string, Block[]][] = [
    ['Khái quát tình hình kiểm tra', overview(report)],
    ['Kết quả theo từng lĩnh vực', fieldResults(report.fields)],
    ['Tồn tại, hạn chế lặp lại', shortcomings(report.shortcomings)],
    ['Mô hình, cách làm hay', goodPractices(report.goodPractices)],
    ['Tình hình thực hiện yêu cầu, kiến nghị', recommendations(report)],
    ['Đánh giá chung', textBlocks(report.assessment)],
    ['Đề xuất, kiến nghị', textBlocks(report.proposals)],
  ]
  return composePaper({
    ...report.frame,
    type: 'report',
    subject: `Tổng hợp kết quả kiểm tra\ncông tác cải cách hành chính nhà nước năm ${report.year}`,
    addressees: [report.addressee],
    legalBases: [],
    blocks: [
      paragraph(
        `Thực hiện ${citeInFull(report.decision)}, ${issuer} tổng hợp, báo cáo kết quả kiểm tra đến ngày ${formatDate(report.asOf)} như sau:`,
      ),
      ...parts
        .filter(([, blocks]) => blocks.length > 0)
        .flatMap(([title, blocks], index) => [section(`${romanNumeral(index + 1)}.`, title), ...blocks]),
      paragraph(
        `Trên đây là kết quả kiểm tra công tác cải cách hành chính nhà nước năm ${report.year}, ${issuer} kính báo cáo ${report.addressee} xem xét, chỉ đạo.`,
      ),
    ],
    appendices:
      report.units.length === 0
        ? []
        : [{ number: null, title: annexTitle(report.year), attachedTo: null, blocks: [annexByUnit(report.units)] }],
  })
}

function annexTitle(year: number): string {
  return `Kết quả kiểm tra công tác cải cách hành chính năm ${year}\ntheo từng cơ quan, đơn vị, địa phương`
}

function overview(report: SynthesisReport): Block[] {
  return [
    clause('1.', 'Số cơ quan, đơn vị, địa phương được kiểm tra'),
    ...coverage(report),
    clause('2.', 'Việc gửi Báo cáo phục vụ kiểm tra'),
    paragraph(reportsInWords(report.reports)),
    ...textBlocks(report.overview),
  ]
}

function coverage({ coverage, unannounced, thematic, merging }: SynthesisReport): Block[] {
  const total = coverage.reduce(
    (sum, { all, planned, done }) => ({
      all: sum.all + all,
      planned: sum.planned + planned,
      done: sum.done + done,
    }),
    { all: 0, planned: 0, done: 0 },
  )
  const beyond = [
    ...(unannounced > 0 ? [`${count(unannounced)} cuộc kiểm tra đột xuất`] : []),
    ...(thematic > 0 ? [`${count(thematic)} cuộc kiểm tra chuyên đề`] : []),
  ]
  return [
    paragraph(
      `Theo Kế hoạch, có ${count(total.planned)} cơ quan, đơn vị, địa phương được kiểm tra; đã kiểm tra ${count(total.done)}, ${share(total.done, total.planned, 'kế hoạch')}.`,
    ),
    table(
      [
        { title: 'Khối', width: 32, align: 'left' },
        { title: 'Tổng số', width: 14, align: 'right' },
        { title: 'Kế hoạch', width: 14, align: 'right' },
        { title: 'Đã kiểm tra', width: 14, align: 'right' },
        { title: 'So với kế hoạch', width: 13, align: 'right' },
        { title: 'So với tổng số', width: 13, align: 'right' },
      ],
      [
        ...coverage.map((block) => coverageCells(block.block, block)),
        coverageCells('Cộng', total).map((text): Cell => ({ runs: [bold(text)] })),
      ],
    ),
    ...(beyond.length === 0 ? [] : [paragraph(`Ngoài ra đã thực hiện ${beyond.join(' và ')}.`)]),
    ...mergingInWords(merging),
  ]
}

function coverageCells(name: string, { all, planned, done }: Omit<Coverage, 'block'>): string[] {
  return [name, String(all), String(planned), String(done), rate(done, planned), rate(done, all)]
}

/** How registrations were merged, and each exception from once a year. Basis: QĐ 2251/QĐ-UBND, mục II.3, IV.2. */
function mergingInWords({ registered, merged, mergedMade, separate, exceptions }: SynthesisReport['merging']): Block[] {
  if (registered === 0) return []
  const made = mergedMade > 0 ? `, trong đó ${count(mergedMade)} cuộc đã kiểm tra` : ''
  return [
    paragraph(
      `Các sở, ngành đăng ký ${count(registered)} cuộc kiểm tra chuyên đề; lồng ghép ${count(merged)} cuộc vào buổi kiểm tra chung${made}; ${count(separate)} cuộc kiểm tra riêng. ${
        exceptions.length === 0
          ? 'Không có ngoại lệ nào: mỗi đơn vị chỉ được kiểm tra một lần trong năm.'
          : `Có ${count(exceptions.length)} ngoại lệ kiểm tra lần thứ hai trong năm:`
      }`,
    ),
    ...list(
      '-',
      exceptions.map(
        ({ unitName, agencyName, title, allowedBy, reason }) =>
          `${unitName}: ${agencyName} (${endedWith('', title)}); người cho phép: ${allowedBy}; lý do: ${endedWith('', reason)}`,
      ),
    ),
  ]
}

function reportsInWords({ expected, onTime, late, missing, extended = 0, corrected = 0 }: SynthesisReport['reports']) {
  if (expected === 0) return 'Chưa có cơ quan, đơn vị, địa phương nào đến hạn gửi báo cáo.'
  const parts = [
    `${count(onTime)} gửi đúng hạn (${rate(onTime, expected)})`,
    ...(late > 0 ? [`${count(late)} gửi chậm`] : []),
    ...(missing > 0 ? [`${count(missing)} chưa gửi`] : []),
  ]
  const exceptions = [
    ...(extended > 0 ? [`${count(extended)} lần gia hạn gửi báo cáo`] : []),
    ...(corrected > 0 ? [`${count(corrected)} lần sửa báo cáo sau khi gửi`] : []),
  ]
  const noted = exceptions.length > 0 ? ` Có ${exceptions.join(', ')}.` : ''
  return `Trong ${count(expected)} cơ quan, đơn vị, địa phương đến hạn gửi báo cáo có ${parts.join(', ')}.${noted}`
}

function fieldResults(fields: readonly FieldResult[]): Block[] {
  return fields
    .filter((field) => field.figures.length > 0 || field.text.trim() !== '')
    .flatMap((field, index) => [
      clause(`${index + 1}.`, field.name),
      ...textBlocks(field.text),
      ...(field.figures.length === 0
        ? []
        : [
            table(
              [
                { title: 'Chỉ tiêu', width: 52, align: 'left' },
                { title: 'Kết quả', width: 22, align: 'right' },
                { title: 'Cách tổng hợp', width: 26, align: 'left' },
              ],
              field.figures.map(({ label, value, method }) => [label, value, method]),
            ),
          ]),
    ])
}

function shortcomings(shortcomings: readonly RepeatedShortcoming[]): Block[] {
  if (shortcomings.length === 0) return [paragraph('Chưa ghi nhận tồn tại, hạn chế lặp lại ở nhiều đơn vị.')]
  return shortcomings.map(({ text, fieldName, unitNames }) =>
    dash([
      { text: `${endedWith('', text)} ` },
      {
        text: `(${fieldName}; ${count(unitNames.length)} đơn vị: ${unitNames.map(insideSentence).join(', ')}).`,
        italic: true,
      },
    ]),
  )
}

function goodPractices(practices: SynthesisReport['goodPractices']): Block[] {
  return list(
    '-',
    practices.map(({ unitName, text }) => `${unitName}: ${text}`),
  )
}

function recommendations({ recommendations, difficulties }: SynthesisReport): Block[] {
  const { total, verified, remedied, open, overdue, extended } = recommendations
  const state =
    total === 0
      ? 'Chưa có yêu cầu, kiến nghị nào được ban hành.'
      : `Các thông báo kết luận đã nêu ${count(total)} yêu cầu, kiến nghị; ${count(verified)} đã khắc phục và được xác minh, ${share(verified, total, 'tổng số')}; ${count(remedied)} đã báo cáo khắc phục, đang chờ xác minh; ${count(open)} đang thực hiện. ${overdue === 0 ? 'Không có' : `Có ${count(overdue)}`} yêu cầu, kiến nghị quá hạn${extended === 0 ? '' : `; ${count(extended)} được gia hạn`}.`
  return [
    paragraph(state),
    ...(difficulties === null
      ? []
      : [
          paragraph(
            `Các đơn vị phản ánh ${count(difficulties.raised)} khó khăn, vướng mắc; đã trả lời ${count(difficulties.answered)}, chuyển cấp có thẩm quyền ${count(difficulties.passedUp)}.`,
          ),
        ]),
  ]
}

function share(part: number, whole: number, of: string): string {
  return whole === 0 ? `chưa có ${of}` : `đạt ${rate(part, whole)} ${of}`
}

/** A rate of two counts; a dash where there is nothing to divide by. */
function rate(part: number, whole: number): string {
  return whole === 0 ? '–' : formatPercent((part / whole) * 100)
}
