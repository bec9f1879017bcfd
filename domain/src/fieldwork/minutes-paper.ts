import { formatInstant } from '../formats/dates.ts'
import { formatNumber } from '../formats/numbers.ts'
import { bold, clause, dash, list, paragraph, plus, point, table, textBlocks } from '../papers/blocks.ts'
import { endedWith } from '../papers/clean-text.ts'
import { composePaper } from '../papers/compose-paper.ts'
import { pointLabel } from '../papers/numbering.ts'
import type { Block, Paper, PaperFrame } from '../papers/paper.ts'
import { clock, count, moment, person } from '../papers/wording.ts'
import type { FindingKind } from './contract.ts'

export interface Minutes {
  /** Its place is not printed; its signatures are the secretary, the chair and the unit's representative, in this order. */
  readonly frame: PaperFrame
  readonly year: number
  readonly unitName: string
  /** Instants; null while the session has not started or ended. */
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly place: string
  readonly isUnannounced: boolean
  readonly team: readonly Attendant[]
  readonly unit: readonly Attendant[]
  readonly chair: string
  readonly secretary: string
  /** What the unit reported, as noted by the secretary. */
  readonly reported: string
  readonly exchange: string
  readonly figures: readonly VerifiedFigureLine[]
  readonly fields: readonly { readonly name: string; readonly findings: readonly FindingLine[] }[]
  /** Thematic inspections that took place inside the visit, with what was found for each. */
  readonly thematic: readonly ThematicPart[]
  /** Papers the unit handed over. */
  readonly evidence: readonly string[]
  readonly unitOpinion: string
  /** How many copies are signed. */
  readonly copies: number
  /** Of a later version: which it is, and why it was written anew; null for the first. */
  readonly anew: { readonly version: number; readonly reason: string } | null
}

export interface ThematicPart {
  readonly agency: string
  readonly title: string
  readonly findings: readonly FindingLine[]
}

export interface Attendant {
  readonly name: string
  readonly post: string
  readonly present: boolean
}

/** A figure of the report beside the verified one; `kind` 'percent' makes the difference one of percent points. */
export interface VerifiedFigureLine {
  readonly label: string
  readonly kind: 'number' | 'percent' | 'money'
  readonly unit: string | null
  readonly reported: number | null
  readonly verified: number | null
  readonly reason: string
}

export interface FindingLine {
  readonly kind: FindingKind
  readonly text: string
  readonly cause: string
  readonly responsible: string
}

/** The minutes of one visit. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9; QĐ 2251/QĐ-UBND, mục III.3.1. */
export function minutesPaper(minutes: Minutes): Paper {
  const next = minutes.thematic.length === 0 ? 5 : 6
  return composePaper({
    ...minutes.frame,
    place: null,
    type: 'minutes',
    subject: `Kiểm tra${minutes.isUnannounced ? ' đột xuất' : ''} công tác cải cách hành chính\nnhà nước năm ${minutes.year} tại ${minutes.unitName}`,
    addressees: [],
    legalBases: [],
    blocks: [
      labelled('Thời gian bắt đầu:', moment(minutes.startedAt)),
      labelled('Địa điểm:', minutes.place),
      ...attendance(minutes),
      labelled('Chủ trì (chủ tọa):', minutes.chair),
      labelled('Thư ký (người ghi biên bản):', minutes.secretary),
      paragraph([bold('Nội dung (theo diễn biến buổi làm việc):')]),
      clause('1.', `Báo cáo của ${minutes.unitName}`),
      ...orNone(minutes.reported, 'Đơn vị báo cáo theo văn bản đã gửi Đoàn kiểm tra, không bổ sung nội dung.'),
      clause('2.', 'Trao đổi, làm rõ'),
      ...orNone(minutes.exchange, 'Không có nội dung phải làm rõ thêm.'),
      clause('3.', 'Đối chiếu số liệu báo cáo với số liệu xác minh'),
      ...figures(minutes.figures),
      clause('4.', 'Kết quả kiểm tra theo lĩnh vực'),
      ...findings(minutes.fields),
      ...thematic(minutes.thematic),
      clause(`${next}.`, 'Tài liệu đơn vị cung cấp'),
      ...(minutes.evidence.length === 0
        ? [paragraph('Không có tài liệu cung cấp thêm tại buổi làm việc.')]
        : list('-', minutes.evidence)),
      clause(`${next + 1}.`, `Ý kiến của ${minutes.unitName}`),
      ...orNone(minutes.unitOpinion, 'Đơn vị thống nhất với nội dung biên bản, không có ý kiến khác.'),
      clause(`${next + 2}.`, 'Kết luận buổi làm việc'),
      paragraph(closingWords(minutes)),
      ...(minutes.anew === null
        ? []
        : [
            paragraph(
              `Đây là bản ${minutes.anew.version} của biên bản, thay bản ${minutes.anew.version - 1}; lý do: ${endedWith('.', minutes.anew.reason)}`,
            ),
          ]),
      paragraph(
        `Biên bản đã được đọc lại cho các thành viên dự họp cùng nghe, thống nhất và ký tên; được lập thành ${count(minutes.copies)} bản có giá trị như nhau${minutes.copies === 2 ? ', mỗi bên giữ 01 bản' : ''}.`,
      ),
      paragraph(`Buổi làm việc kết thúc vào ${moment(minutes.endedAt)}.`),
    ],
    appendices: [],
  })
}

/** "Bộ phận Một cửa, số 1 đường Mẫu (08 giờ 05 phút – 09 giờ 00 phút)". */
export function visitedPlace(place: {
  readonly name: string
  readonly address: string
  readonly arrivedAt: string | null
  readonly leftAt: string | null
}): string {
  const hours = [place.arrivedAt, place.leftAt].flatMap((at) =>
    at === null ? [] : [clock(formatInstant(at).slice(-5))],
  )
  const name = [place.name, place.address].filter(Boolean).join(', ')
  return hours.length === 0 ? name : `${name} (${hours.length === 1 ? `từ ${hours[0]}` : hours.join(' – ')})`
}

const countedNames: Record<FindingKind, string> = {
  strength: 'ưu điểm',
  'good-practice': 'mô hình, cách làm hay',
  shortcoming: 'tồn tại, hạn chế',
  violation: 'nội dung có dấu hiệu vi phạm',
}

/** What the session came to, counted from what stands above; the conclusion itself is a notice of its own. Basis: QĐ 2251/QĐ-UBND, mục IV.1. */
function closingWords({ fields, thematic }: Minutes): string {
  const all = [...fields, ...thematic].flatMap(({ findings }) => findings)
  const counted = findingHeadings.flatMap(([kind]) => {
    const n = all.filter((finding) => finding.kind === kind).length
    return n === 0 ? [] : [`${count(n)} ${countedNames[kind]}`]
  })
  const noted =
    counted.length === 0
      ? 'Đoàn kiểm tra không ghi nhận thêm nội dung nào tại buổi làm việc.'
      : `Đoàn kiểm tra đã ghi nhận ${counted.join('; ')} như nêu tại biên bản này.`
  return `${noted} Kết quả kiểm tra được kết luận bằng Thông báo kết luận kiểm tra.`
}

function labelled(label: string, text: string): Block {
  return paragraph([bold(`${label} `), { text: text === '' ? '…' : endedWith('.', text) }])
}

function orNone(text: string, none: string): Block[] {
  const blocks = textBlocks(text)
  return blocks.length === 0 ? [paragraph(none)] : blocks
}

function attendance({ team, unit, unitName }: Minutes): Block[] {
  const present = (people: readonly Attendant[]) => people.filter((one) => one.present).map(person)
  const absent = [...team, ...unit].filter((one) => !one.present).map(person)
  return [
    paragraph([bold('Thành phần tham dự:')]),
    point(pointLabel(1), 'Đoàn kiểm tra:'),
    ...list('-', present(team)),
    point(pointLabel(2), `${unitName}:`),
    ...list('-', present(unit)),
    ...(absent.length === 0 ? [] : [point(pointLabel(3), 'Vắng mặt:'), ...list('-', absent)]),
  ]
}

function figures(figures: readonly VerifiedFigureLine[]): Block[] {
  const verified = figures.filter((figure) => figure.verified !== null)
  if (verified.length === 0) return [paragraph('Đoàn kiểm tra không xác minh số liệu tại buổi làm việc.')]
  const different = verified.filter((figure) => figure.verified !== figure.reported).length
  return [
    paragraph(
      different === 0
        ? `Đoàn kiểm tra đã đối chiếu ${count(verified.length)} số liệu; tất cả khớp với báo cáo.`
        : `Đoàn kiểm tra đã đối chiếu ${count(verified.length)} số liệu; ${count(verified.length - different)} số liệu khớp, ${count(different)} số liệu khác với báo cáo.`,
    ),
    table(
      [
        { title: 'TT', width: 7, align: 'center' },
        { title: 'Số liệu', width: 30, align: 'left' },
        { title: 'Báo cáo', width: 13, align: 'right' },
        { title: 'Xác minh', width: 13, align: 'right' },
        { title: 'Chênh lệch', width: 13, align: 'right' },
        { title: 'Lý do', width: 24, align: 'left' },
      ],
      verified.map((figure, index) => [
        String(index + 1),
        figure.unit === null ? figure.label : `${figure.label} (${figure.unit})`,
        figure.reported === null ? 'không báo cáo' : formatNumber(figure.reported),
        formatNumber(figure.verified as number),
        difference(figure),
        figure.reason,
      ]),
    ),
  ]
}

/** Verified less reported, signed; of two percentages it is in percent points, never in percent. */
function difference({ kind, reported, verified }: VerifiedFigureLine): string {
  if (reported === null || verified === null) return ''
  const gap = verified - reported
  const amount = formatNumber(Math.abs(gap))
  if (amount === '0') return '0'
  return `${gap > 0 ? '+' : '-'}${amount}${kind === 'percent' ? '\u00a0điểm\u00a0%' : ''}`
}

const findingHeadings: readonly (readonly [FindingKind, string])[] = [
  ['strength', 'Ưu điểm'],
  ['good-practice', 'Mô hình, cách làm hay'],
  ['shortcoming', 'Tồn tại, hạn chế'],
  ['violation', 'Vi phạm'],
]

function findings(fields: Minutes['fields']): Block[] {
  const examined = fields.filter((field) => field.findings.length > 0)
  if (examined.length === 0) return [paragraph('Chưa ghi nhận nội dung nào tại buổi làm việc.')]
  return examined.flatMap((field, index) => [
    point(pointLabel(index + 1), field.name),
    ...findingHeadings.flatMap(([kind, heading]) => {
      const ofKind = field.findings.filter((finding) => finding.kind === kind)
      return ofKind.length === 0 ? [] : [dash(`${heading}:`), ...ofKind.map((finding) => plus(inWords(finding)))]
    }),
  ])
}

/** Each merged thematic inspection keeps its own findings apart, under its agency. Basis: QĐ 2251/QĐ-UBND, mục II.3. */
function thematic(parts: Minutes['thematic']): Block[] {
  if (parts.length === 0) return []
  return [
    clause('5.', 'Nội dung kiểm tra chuyên đề lồng ghép'),
    ...parts.flatMap(({ agency, title, findings }, index) => [
      point(pointLabel(index + 1), `${agency}: ${endedWith('', title)}`),
      ...(findings.length === 0
        ? [dash('Chưa ghi nhận nội dung nào tại buổi làm việc; cơ quan chủ trì chuyên đề thông báo kết quả riêng.')]
        : findingHeadings.flatMap(([kind, heading]) => {
            const ofKind = findings.filter((finding) => finding.kind === kind)
            return ofKind.length === 0 ? [] : [dash(`${heading}:`), ...ofKind.map((finding) => plus(inWords(finding)))]
          })),
    ]),
  ]
}

function inWords({ text, cause, responsible }: FindingLine): string {
  return [
    endedWith('.', text),
    cause === '' ? '' : ` Nguyên nhân: ${endedWith('.', cause)}`,
    responsible === '' ? '' : ` Trách nhiệm: ${endedWith('.', responsible)}`,
  ].join('')
}
