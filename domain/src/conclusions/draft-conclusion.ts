import type { CalendarDate } from '../dates/calendar-date.ts'
import type { AttendanceRow, FindingKind, VerifiedFigure } from '../fieldwork/contract.ts'
import { formatDate } from '../formats/dates.ts'
import { type HalfDay, halfDayNames } from '../inspections/contract.ts'
import { formatAnswer } from '../outlines/format-answer.ts'
import { endedWith } from '../papers/clean-text.ts'
import { type Citation, citeInShort, count } from '../papers/wording.ts'
import { toneKey } from '../units/fold.ts'
import type { ConclusionText } from './contract.ts'

/** What was recorded at a visit, as far as a conclusion is drafted from it. */
export interface VisitRecord {
  /** Who answers for the unit, inside a sentence: "Ủy ban nhân dân phường Lê Chân". */
  readonly unitName: string
  readonly officeName: string
  readonly decision: Citation
  readonly visitOn: CalendarDate
  readonly halfDay: HalfDay
  readonly place: string
  readonly attendance: readonly AttendanceRow[]
  readonly figures: readonly VerifiedFigure[]
  readonly findings: readonly RecordedFinding[]
  /** The campaign's fields, in the outline's order. */
  readonly fields: readonly { readonly fieldKey: string; readonly name: string }[]
  /** The date that every proposed recommendation gets: today and the campaign's remedy working days. */
  readonly remedyDueOn: CalendarDate
}

export interface RecordedFinding {
  readonly findingId: string
  readonly fieldKey: string
  readonly kind: FindingKind
  readonly text: string
  readonly cause: string
  readonly responsible: string
}

export interface ProposedRecommendation {
  readonly findingId: string
  readonly fieldKey: string
  readonly text: string
  readonly addressee: string
  readonly dueOn: CalendarDate
  readonly proofExpected: string
}

/** How each kind of finding is put into the notice, and what is asked for it; `remedy` is null for what needs none. */
const patterns: Record<
  FindingKind,
  { part: 'results' | 'shortcomings'; line: (text: string) => string; remedy: ((text: string) => string) | null }
> = {
  strength: { part: 'results', line: (text) => text, remedy: null },
  'good-practice': { part: 'results', line: (text) => `Cách làm hay: ${text}`, remedy: null },
  shortcoming: {
    part: 'shortcomings',
    line: (text) => text,
    remedy: (text) => `Khắc phục tồn tại, hạn chế “${text}”`,
  },
  violation: {
    part: 'shortcomings',
    line: (text) => `Vi phạm: ${text}`,
    remedy: (text) => `Chấm dứt, khắc phục vi phạm “${text}”; làm rõ trách nhiệm của tập thể, cá nhân có liên quan`,
  },
}

const proofAsked = 'Báo cáo kết quả khắc phục kèm tài liệu chứng minh'

/**
 * The first draft of a conclusion notice, put together from what was recorded by fixed sentences; nothing is added that
 * nobody recorded, and what nobody recorded stays empty for the office to write. One recommendation is proposed for every
 * shortcoming and violation. Basis: QĐ 2251/QĐ-UBND, mục I.1 (shortcomings with cause and remedy), IV.1.
 */
export function draftConclusion(record: VisitRecord): {
  text: ConclusionText
  recommendations: ProposedRecommendation[]
} {
  const recommendations = proposals(record)
  return {
    text: {
      overview: [sessionInWords(record), attendanceInWords(record), ...figuresInWords(record.figures)]
        .filter((line) => line !== '')
        .join('\n'),
      results: byField(record, 'results'),
      shortcomings: byField(record, 'shortcomings'),
      causes: causesInWords(record),
      execution:
        recommendations.length === 0
          ? ''
          : `Người đứng đầu ${record.unitName} chỉ đạo, phân công thực hiện từng yêu cầu, kiến nghị; báo cáo tổng hợp kết quả về ${record.officeName} chậm nhất ngày ${formatDate(record.remedyDueOn)}.`,
    },
    recommendations,
  }
}

function sessionInWords({ decision, visitOn, halfDay, place }: VisitRecord): string {
  const where = place.trim() === '' ? '' : ` tại ${endedWith('', place)}`
  return `Buổi kiểm tra theo ${citeInShort(decision)} ngày ${formatDate(decision.issuedOn)} diễn ra ${halfDayNames[halfDay].toLowerCase()} ngày ${formatDate(visitOn)}${where}.`
}

function attendanceInWords({ attendance, unitName }: VisitRecord): string {
  const present = (side: AttendanceRow['side']) => attendance.filter((row) => row.side === side && row.present).length
  const [team, unit] = [present('team'), present('unit')]
  return team + unit === 0
    ? ''
    : `Dự làm việc có ${count(team)} người của Đoàn kiểm tra và ${count(unit)} người của ${unitName}.`
}

function figuresInWords(figures: readonly VerifiedFigure[]): string[] {
  const verified = figures.filter((figure) => figure.verified !== null)
  if (verified.length === 0) return []
  const different = verified.filter(({ reported, difference }) => reported === null || difference !== 0)
  const compared = `Đoàn kiểm tra đã đối chiếu ${count(verified.length)} số liệu của báo cáo`
  if (different.length === 0) return [`${compared}, đều khớp với số liệu xác minh.`]
  const same = verified.length - different.length
  return [
    same === 0
      ? `${compared}, đều khác với số liệu xác minh:`
      : `${compared}: ${count(same)} số liệu khớp, ${count(different.length)} số liệu khác với số liệu xác minh:`,
    ...different.map((figure) => {
      const reported = figure.reported === null ? 'báo cáo không nêu' : `báo cáo ${inWords(figure, figure.reported)}`
      const reason = figure.reason.trim() === '' ? '' : ` (${endedWith('', oneLine(figure.reason))})`
      return `- ${figure.label}: ${reported}, xác minh ${inWords(figure, figure.verified!)}${reason}.`
    }),
  ]
}

function inWords(figure: VerifiedFigure, value: number): string {
  const formatted = formatAnswer(figure, value)
  return figure.kind === 'number' && figure.unit ? `${formatted} ${figure.unit}` : formatted
}

function byField({ fields, findings }: VisitRecord, part: 'results' | 'shortcomings'): ConclusionText['results'] {
  return fields.flatMap(({ fieldKey }) => {
    const lines = findings
      .filter((finding) => finding.fieldKey === fieldKey && patterns[finding.kind].part === part)
      .flatMap(findingLines)
    return lines.length === 0 ? [] : [{ fieldKey, text: lines.join('\n') }]
  })
}

/** A finding as a list item, its further lines and its cause as items below it. */
function findingLines({ kind, text, cause }: RecordedFinding): string[] {
  const [first = '', ...rest] = linesOf(text)
  return [
    `- ${endedWith('.', patterns[kind].line(first))}`,
    ...rest.map((line) => `+ ${endedWith('.', line)}`),
    ...(cause.trim() === '' ? [] : [`+ Nguyên nhân: ${endedWith('.', oneLine(cause))}`]),
  ]
}

/** Causes together, each once, with the fields they were found in; then who answers for them. */
function causesInWords({ findings, fields }: VisitRecord): string {
  const wanting = findings.filter(({ kind }) => patterns[kind].part === 'shortcomings')
  const causes = distinct(wanting, ({ cause }) => cause)
  const responsible = distinct(wanting, (finding) => finding.responsible)
  const nameOf = (key: string) => insideList(fields.find(({ fieldKey }) => fieldKey === key)?.name ?? key)
  return [
    ...(causes.length === 0 ? [] : ['Các tồn tại, hạn chế nêu trên do những nguyên nhân sau:']),
    ...causes.map(({ words, of }) => {
      const names = [...new Set(of.map(({ fieldKey }) => nameOf(fieldKey)))]
      return `- ${words} (${names.join('; ')}).`
    }),
    ...(responsible.length === 0 ? [] : [`Trách nhiệm: ${responsible.map(({ words }) => words).join('; ')}.`]),
  ].join('\n')
}

/** What the findings say under one head, each wording once however it was spelled. */
function distinct(findings: readonly RecordedFinding[], wordsOf: (finding: RecordedFinding) => string) {
  const groups = new Map<string, { words: string; of: RecordedFinding[] }>()
  for (const finding of findings) {
    const words = endedWith('', oneLine(wordsOf(finding)))
    if (words === '') continue
    const group = groups.get(toneKey(words)) ?? { words, of: [] }
    group.of.push(finding)
    groups.set(toneKey(words), group)
  }
  return [...groups.values()]
}

function proposals({ fields, findings, unitName, remedyDueOn }: VisitRecord): ProposedRecommendation[] {
  const place = (fieldKey: string) => fields.findIndex((field) => field.fieldKey === fieldKey)
  return findings
    .toSorted((a, b) => place(a.fieldKey) - place(b.fieldKey))
    .flatMap(({ findingId, fieldKey, kind, text }) => {
      const remedy = patterns[kind].remedy
      if (!remedy) return []
      const asked = endedWith('.', remedy(endedWith('', oneLine(text))))
      return [{ findingId, fieldKey, text: asked, addressee: unitName, dueOn: remedyDueOn, proofExpected: proofAsked }]
    })
}

/** A field's name in the middle of a sentence; an abbreviation keeps its capitals. */
export function insideList(fieldName: string): string {
  return fieldName.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLocaleLowerCase('vi'))
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–+•]\s*/u, '').trim())
    .filter((line) => line !== '')
}

function oneLine(text: string): string {
  return linesOf(text)
    .map((line) => endedWith('', line))
    .join('; ')
}
