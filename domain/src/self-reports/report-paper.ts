import { dateInVietnam, yearOf } from '../dates/calendar-date.ts'
import { pageReferenceInWords } from '../evidence/page-reference.ts'
import { formatDate } from '../formats/dates.ts'
import { formatNumber } from '../formats/numbers.ts'
import { upperFirst } from '../formats/upper-first.ts'
import { isAnswered } from '../outlines/answer.ts'
import { answerBlocks } from '../outlines/answer-blocks.ts'
import { evaluateOutline } from '../outlines/evaluate.ts'
import { formatAnswer } from '../outlines/format-answer.ts'
import { type EarlierFigures, noEarlierFigures } from '../outlines/jumps.ts'
import {
  type AnswerValue,
  itemName,
  type Outline,
  type OutlineItem,
  type OutlineSection,
  outlineFor,
  outlineItems,
  repeatsPartTitle,
  type TableCell,
  unitKindOf,
} from '../outlines/outline.ts'
import { isRichText } from '../outlines/rich-text.ts'
import { tableTotals } from '../outlines/table-totals.ts'
import {
  bold,
  clause,
  dash,
  paragraph,
  section as partHeading,
  plus,
  point,
  table,
  textBlocks,
} from '../papers/blocks.ts'
import { composePaper } from '../papers/compose-paper.ts'
import type { Block, Paper } from '../papers/paper.ts'
import { checkReport } from './beside.ts'
import type { SelfReportView } from './contract.ts'

export interface PrintedReport {
  readonly view: SelfReportView
  /** "thành phố Hải Phòng". */
  readonly provinceName: string
  readonly illustrative: boolean
  /** Earlier figures, whose jumps are explained with the report. */
  readonly earlier?: EarlierFigures
  /** Printed in the date line while the report has not been sent. */
  readonly year: number
  /** Files that go with the report, in the order they were added. */
  readonly evidence?: readonly PrintedEvidence[]
}

/** One file that goes with the report: the item it backs, and what it shows where. */
export interface PrintedEvidence {
  readonly place: string
  readonly name: string
  readonly caption: string
  readonly pageFrom: number | null
  readonly pageTo: number | null
}

/**
 * The self-report as it is printed: every item that the unit is asked, in the outline's order and wording, with its
 * answer. Basis: QĐ 2251/QĐ-UBND, mục IV.3 and Phụ lục I; the letterhead by Nghị định 30/2020/NĐ-CP.
 */
export function reportPaper({ view, provinceName, illustrative, year, earlier, evidence = [] }: PrintedReport): Paper {
  const outline = outlineFor(view.outline, unitKindOf(view.unitType, view.advisory))
  const answers = Object.fromEntries(view.answers.map((answer) => [answer.itemKey, answer.value]))
  const { values } = evaluateOutline(outline, answers)
  const isDepartment = view.unitType === 'department'
  const isSent = view.state === 'sent' || view.state === 'accepted'
  const sentOn = isSent && view.sentAt ? dateInVietnam(view.sentAt) : null
  return composePaper({
    illustrative,
    parentAgency: `Ủy ban nhân dân\n${provinceName}`,
    issuingAgency: isDepartment ? view.unitName : `Ủy ban nhân dân\n${view.unitName}`,
    number: null,
    symbol: isDepartment ? 'BC-…' : 'BC-UBND',
    place: provinceName.replace(/^(thành phố|tỉnh) /u, ''),
    issuedOn: sentOn,
    year: sentOn ? yearOf(sentOn) : year,
    signatures: isDepartment
      ? [{ authority: [], post: 'Giám đốc', name: null }]
      : [{ authority: ['TM. Ủy ban nhân dân'], post: 'Chủ tịch', name: null }],
    recipients: ['Đoàn kiểm tra cải cách hành chính', 'Lưu: VT'],
    type: 'report',
    subject: `Phục vụ kiểm tra công tác cải cách hành chính\ntại ${view.unitName}`,
    addressees: [],
    legalBases: [],
    blocks: [
      paragraph(`Số liệu tính từ ngày ${formatDate(view.dataFrom)} đến thời điểm báo cáo.`),
      ...bodyOf(outline, values),
      ...explanationsOf(view, outline, values, earlier),
      ...evidenceOf(evidence, outline),
    ],
    appendices: [],
  })
}

type Values = ReadonlyMap<string, AnswerValue>

function bodyOf(outline: Outline, values: Values): Block[] {
  return outline.parts.flatMap((part) => [
    partHeading(`${part.number}.`, part.title),
    ...part.sections.flatMap((section) => [
      ...(repeatsPartTitle(part, section) ? [] : [sectionHeading(section)]),
      ...section.items.flatMap((item) => itemBlocks(item, values.get(item.key))),
    ]),
  ])
}

function sectionHeading({ number, title }: OutlineSection): Block {
  return number ? clause(`${number}.`, title) : paragraph([bold(title)])
}

function itemBlocks(item: OutlineItem, value: AnswerValue | undefined): Block[] {
  const name = upperFirst(item.label)
  const line = (words: string): Block =>
    /[a-zđ0-9]/iu.test(item.marker) ? point(item.marker, words) : item.level > 0 ? plus(words) : dash(words)
  if (item.kind === 'heading') return [line(`${name}:`)]
  if (!isAnswered(value)) return [line(`${name}: …`)]
  if (item.kind === 'text' && (typeof value === 'string' || isRichText(value)))
    return [line(`${name}:`), ...answerBlocks(value)]
  if (Array.isArray(value)) return [line(`${name}:`), ...tableBlocks(item, value)]
  const unit = item.kind === 'number' && item.unit ? ` ${item.unit}` : ''
  return [line(`${name}: ${formatAnswer(item, value)}${unit}`)]
}

function tableBlocks(item: OutlineItem, rows: readonly Record<string, TableCell>[]): Block[] {
  const columns = item.columns ?? []
  const words = (cell: TableCell | undefined, kind: string) => {
    if (cell === null || cell === undefined) return ''
    if (typeof cell === 'number') return formatNumber(cell)
    return kind === 'date' ? formatDate(cell) : cell
  }
  const totals = tableTotals(columns, rows)
  const totalRow = totals && columns.map(({ key }, at) => ({ runs: [bold(totalWords(totals, key, at))] }))
  return [
    table(
      columns.map(({ label, kind }) => ({
        title: label,
        width: 100 / columns.length,
        align: kind === 'text' ? 'left' : kind === 'date' ? 'center' : 'right',
      })),
      [...rows.map((row) => columns.map(({ key, kind }) => words(row[key], kind))), ...(totalRow ? [totalRow] : [])],
    ),
  ]
}

function totalWords(totals: ReadonlyMap<string, number>, key: string, at: number): string {
  const total = totals.get(key)
  return total === undefined ? (at === 0 ? 'Cộng' : '') : formatNumber(total)
}

/** The explanations that go with the report, each with what the figures said. */
function explanationsOf(
  { explanations }: SelfReportView,
  outline: Outline,
  values: Values,
  earlier: EarlierFigures = noEarlierFigures,
): Block[] {
  const { results } = checkReport(outline, Object.fromEntries(values), earlier)
  const explained = results.flatMap(({ checkKey, sentence }) => {
    const text = explanations[checkKey]?.trim()
    return text ? [{ sentence, text }] : []
  })
  if (explained.length === 0) return []
  return [
    paragraph([bold('Giải trình số liệu:')]),
    ...explained.flatMap(({ sentence, text }) => [dash(sentence), ...textBlocks(`Giải trình: ${text}`)]),
  ]
}

/** The files that go with the report, in the order of the items they back. */
function evidenceOf(evidence: readonly PrintedEvidence[], outline: Outline): Block[] {
  const rows = outlineItems(outline).flatMap(({ item }) =>
    evidence.filter(({ place }) => place === item.key).map((file) => ({ item, file })),
  )
  if (rows.length === 0) return []
  return [
    paragraph([bold('Tài liệu minh chứng kèm theo:')]),
    table(
      [
        { title: 'TT', width: 8, align: 'center' },
        { title: 'Mục của báo cáo', width: 34, align: 'left' },
        { title: 'Tài liệu', width: 44, align: 'left' },
        { title: 'Trang', width: 14, align: 'center' },
      ],
      rows.map(({ item, file }, index) => [
        String(index + 1),
        itemName(item),
        [file.name, file.caption].filter(Boolean).join(': '),
        pageReferenceInWords({ from: file.pageFrom, to: file.pageTo }),
      ]),
    ),
  ]
}
