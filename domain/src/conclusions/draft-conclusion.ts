import type { CalendarDate } from '../dates/calendar-date.ts'
import type { AttendanceRow, VerifiedFigure } from '../fieldwork/contract.ts'
import { formatDate } from '../formats/dates.ts'
import type { HalfDay } from '../inspections/contract.ts'
import { endedWith } from '../papers/clean-text.ts'
import { type Citation, count } from '../papers/wording.ts'
import { toneKey } from '../units/fold.ts'
import { findsFault } from './board-rules.ts'
import { fillPattern } from './fill-pattern.ts'
import { insideList, linesOf, oneLine } from './finding-words.ts'
import { overviewPieces } from './overview-pieces.ts'
import type { PatternKey, Patterns } from './sentence-patterns.ts'

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
  /** What the notice is to say, in the order of the board. */
  readonly points: readonly DraftPoint[]
  /** The campaign's fields, in the outline's order. */
  readonly fields: readonly { readonly fieldKey: string; readonly name: string }[]
}

/** The places of the board whose points the notice tells. */
export type ToldPlace = 'strength' | 'good-practice' | 'shortcoming' | 'violation'

export interface DraftPoint {
  readonly pointId: string
  /** The first of the findings it stands on. */
  readonly findingId: string
  readonly place: ToldPlace
  readonly fieldKey: string
  readonly text: string
  readonly cause: string
  readonly responsible: string
}

/**
 * A paragraph of the draft, a few lines at most, and the points that it tells. `part` is where it stands: "overview",
 * "results.<field>", "shortcomings.<field>", "causes" or "execution".
 */
export interface Piece {
  /** Stays the same while the points behind it do. */
  readonly key: string
  readonly part: string
  readonly words: string
  readonly pointIds: readonly string[]
  /** Places of the pattern that nothing was recorded for. */
  readonly lacking: readonly string[]
}

/** What is asked for a point that finds fault. */
export interface ProposedRemedy {
  readonly pointId: string
  readonly findingId: string
  readonly fieldKey: string
  readonly text: string
  readonly proofExpected: string
}

/**
 * The draft of a conclusion notice as pieces in the order they are printed, by the office's sentence patterns; nothing is
 * added that nobody recorded. Basis: QĐ 2251/QĐ-UBND, mục I.1 (shortcomings with cause and remedy), IV.1.
 */
export function draftPieces(
  record: VisitRecord,
  patterns: Patterns,
  demands: readonly { readonly dueOn: CalendarDate }[],
): Piece[] {
  return [
    ...overviewPieces(record, patterns),
    ...pointPieces(record, patterns),
    ...executionPiece(record, patterns, demands),
  ]
}

/** What the points alone give to the notice: results, shortcomings and their causes. */
export function pointPieces(around: Around, patterns: Patterns): Piece[] {
  return [
    ...byField(around, patterns, 'results'),
    ...byField(around, patterns, 'shortcomings'),
    ...causePieces(around, patterns),
  ]
}

/** One thing asked for every point that finds fault, in the order of the fields. */
export function proposedRemedies({ fields, points, ...record }: Around, patterns: Patterns): ProposedRemedy[] {
  const place = (fieldKey: string) => fields.findIndex((field) => field.fieldKey === fieldKey)
  return points
    .filter((point) => findsFault(point.place))
    .toSorted((a, b) => place(a.fieldKey) - place(b.fieldKey))
    .map((point) => {
      const { pointId, findingId, fieldKey } = point
      const values = { ...valuesOf({ ...record, fields }, point), 'nội dung': oneLine(point.text) }
      return {
        pointId,
        findingId,
        fieldKey,
        text: endedWith('.', fillPattern(patterns[`remedy-${point.place}` as PatternKey], values).text),
        proofExpected: fillPattern(patterns.proof, values).text,
      }
    })
}

type Around = Pick<VisitRecord, 'unitName' | 'officeName' | 'fields' | 'points'>

function nameOf(fields: VisitRecord['fields'], fieldKey: string): string {
  return insideList(fields.find((field) => field.fieldKey === fieldKey)?.name ?? fieldKey)
}

function valuesOf(
  { unitName, officeName, fields }: Omit<Around, 'points'>,
  { fieldKey, cause, responsible }: DraftPoint,
) {
  return {
    'nguyên nhân': oneLine(cause),
    'trách nhiệm': oneLine(responsible),
    'lĩnh vực': nameOf(fields, fieldKey),
    'đơn vị': unitName,
    'cơ quan': officeName,
  }
}

function byField(record: Around, patterns: Patterns, title: 'results' | 'shortcomings'): Piece[] {
  const { fields, points, unitName, officeName } = record
  const lead = patterns[`several-${title}`]
  return fields.flatMap(({ fieldKey }) => {
    const part = `${title}.${fieldKey}`
    const own = points.filter(
      (point) => point.fieldKey === fieldKey && findsFault(point.place) === (title === 'shortcomings'),
    )
    const pieces = own.map(
      (point): Piece => ({ key: `point:${point.pointId}`, part, ...pointLines(record, patterns, point) }),
    )
    if (own.length < 2 || lead === '') return pieces
    const { text, lacking } = fillPattern(lead, {
      'số điểm': count(own.length),
      'lĩnh vực': nameOf(fields, fieldKey),
      'đơn vị': unitName,
      'cơ quan': officeName,
    })
    return [{ key: `lead:${part}`, part, words: text, pointIds: own.map(({ pointId }) => pointId), lacking }, ...pieces]
  })
}

/** A point as a list item, its further lines and its cause as items below it. */
function pointLines(
  record: Around,
  patterns: Patterns,
  point: DraftPoint,
): Pick<Piece, 'words' | 'pointIds' | 'lacking'> {
  const [first = '', ...rest] = linesOf(point.text)
  const values = valuesOf(record, point)
  const main = fillPattern(patterns[point.place], { ...values, 'nội dung': endedWith('', first) })
  const below =
    findsFault(point.place) && point.cause.trim() !== '' && patterns['cause-below'] !== ''
      ? fillPattern(patterns['cause-below'], { ...values, 'nội dung': oneLine(point.text) })
      : null
  return {
    words: [
      `- ${endedWith('.', main.text)}`,
      ...rest.map((line) => `+ ${endedWith('.', line)}`),
      ...(below ? [`+ ${endedWith('.', below.text)}`] : []),
    ].join('\n'),
    pointIds: [point.pointId],
    lacking: [...new Set([...main.lacking, ...(below?.lacking ?? [])])],
  }
}

/** Causes together, each once, with the fields they were found in; then who answers for them. */
function causePieces({ points, fields, unitName, officeName }: Around, patterns: Patterns): Piece[] {
  const wanting = points.filter(({ place }) => findsFault(place))
  const causes = distinct(wanting, ({ cause }) => cause)
  const responsible = distinct(wanting, (point) => point.responsible)
  const around = { 'đơn vị': unitName, 'cơ quan': officeName }
  const idsOf = (groups: typeof causes) => groups.flatMap(({ of }) => of.map(({ pointId }) => pointId))
  const piece = (key: string, filled: ReturnType<typeof fillPattern>, pointIds: readonly string[]): Piece[] =>
    filled.text === '' ? [] : [{ key, part: 'causes', words: filled.text, pointIds, lacking: filled.lacking }]
  return [
    ...(causes.length === 0
      ? []
      : piece(
          'lead:causes',
          fillPattern(patterns['causes-lead'], { ...around, 'số điểm': count(wanting.length) }),
          idsOf(causes),
        )),
    ...causes.flatMap((group) => {
      const names = [...new Set(group.of.map(({ fieldKey }) => nameOf(fields, fieldKey)))]
      const { text, lacking } = fillPattern(patterns.cause, {
        ...around,
        'nguyên nhân': group.words,
        'lĩnh vực': names.join('; '),
      })
      return piece(`cause:${group.of[0]!.pointId}`, { text: `- ${endedWith('.', text)}`, lacking }, idsOf([group]))
    }),
    ...(responsible.length === 0
      ? []
      : piece(
          'responsible',
          fillPattern(patterns.responsible, {
            ...around,
            'trách nhiệm': responsible.map(({ words }) => words).join('; '),
          }),
          idsOf(responsible),
        )),
  ]
}

function executionPiece(
  { unitName, officeName, points }: VisitRecord,
  patterns: Patterns,
  demands: readonly { readonly dueOn: CalendarDate }[],
): Piece[] {
  if (demands.length === 0 || patterns.execution === '') return []
  const last = demands.map(({ dueOn }) => dueOn).reduce((a, b) => (a > b ? a : b))
  const { text, lacking } = fillPattern(patterns.execution, {
    'đơn vị': unitName,
    'cơ quan': officeName,
    hạn: formatDate(last),
    'số kiến nghị': count(demands.length),
  })
  const pointIds = points.filter(({ place }) => findsFault(place)).map(({ pointId }) => pointId)
  return [{ key: 'execution', part: 'execution', words: text, pointIds, lacking }]
}

/** What the points say under one head, each wording once however it was spelled. */
function distinct(points: readonly DraftPoint[], wordsIn: (point: DraftPoint) => string) {
  const groups = new Map<string, { words: string; of: DraftPoint[] }>()
  for (const point of points) {
    const words = endedWith('', oneLine(wordsIn(point)))
    if (words === '') continue
    const group = groups.get(toneKey(words)) ?? { words, of: [] }
    group.of.push(point)
    groups.set(toneKey(words), group)
  }
  return [...groups.values()]
}
