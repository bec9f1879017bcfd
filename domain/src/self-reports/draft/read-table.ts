import type { DraftLine, DraftSource, DraftTable, UnplacedPiece } from './draft.ts'
import { markOf } from './draft-lines.ts'
import { type Figure, findFigures } from './find-figures.ts'
import { findHeading } from './find-heading.ts'
import { placeWords, type Standing, takesFigure, unitBehind, wordsIn } from './place-figures.ts'
import { judge, type LineContext, readLineFigures, wholeOf } from './read-line.ts'
import type { Claim } from './reading.ts'

export interface TableReading {
  readonly lines: readonly DraftLine[]
  readonly claims: readonly Claim[]
  readonly unplaced: readonly UnplacedPiece[]
  readonly source: DraftSource
}

const ordinalHead = /^(?:stt|tt|số tt|số thứ tự)\.?$/iu
const unitHead = /^(?:đơn vị tính|đvt|đơn vị|đv tính)\.?$/iu
const remarkHead = /ghi chú|nguồn|lý do|giải thích|minh chứng|căn cứ/iu
const asideHead = /cùng kỳ|năm trước|kế hoạch|chỉ tiêu|mục tiêu|so sánh|so với|tăng|giảm/iu
const totalRow = /^(?:tổng(?: cộng| số)?|cộng|toàn (?:phường|xã|đơn vị))\.?$/iu

/**
 * Reads the figures of a table: a row may be an item and its cells the values, a column may be one, or both together name
 * it; columns of another year and of targets give way to the others.
 */
export function readTable(table: DraftTable, paragraph: number, context: LineContext): TableReading {
  const { index, isPlain, year } = context
  const rows = cellTexts(table)
  const lines = tableLines(rows, paragraph)
  const source = { paragraph, row: 1, text: lines[0]?.text ?? '' }
  const heads = headRows(rows)
  const headOf = (column: number) =>
    [...new Set(rows.slice(0, heads).map((cells) => cells[column] ?? ''))].filter((text) => text !== '').join(' ')
  const claims: Claim[] = []
  const unplaced: UnplacedPiece[] = []
  let standing: Standing = context.standing
  const bodies = rows.slice(heads)
  for (const [at, cells] of bodies.entries()) {
    const rowSource = { paragraph, row: heads + at + 1, text: lines[heads + at]!.text }
    const role = (column: number) => roleOf(headOf(column), cells[column] ?? '', column, cells)
    const label =
      cells.filter((_, column) => role(column) === 'words').map((cell) => cell.slice(markOf(cell).length))[0] ?? ''
    const unitText = cells.find((_, column) => role(column) === 'unit') ?? ''
    const valued = cells.flatMap((cell, column) => (role(column) === 'value' ? [{ cell, column }] : []))
    if (valued.length === 0) {
      standing = standingUnder(label, standing, context)
      const long = cells.find((cell) => cell.split(' ').length > 8)
      if (long)
        claims.push(
          ...readLineFigures(label && label !== long ? `${label}: ${long}` : long, rowSource, { ...context, standing })
            .claims,
        )
      continue
    }
    const labelWords = wordsIn(index, label)
    for (const { cell, column } of valued) {
      const head = headOf(column)
      const headWords = wordsIn(index, head)
      const figure = figureIn(cell, `${head} ${unitText} ${label}`, unitText || head)
      if (!figure) continue
      const unit = unitIn(figure, `${cell.slice(figure.end)}`, unitText, head, context)
      const bare = totalRow.test(label) || labelWords.length === 0
      const phrases = [
        ...(bare ? [] : [{ said: labelWords, before: headWords, worth: 1 }]),
        ...(bare ? [] : [{ said: [...labelWords, ...headWords], before: [], worth: 0.99 }]),
        ...(headWords.length > 0 && (bare || bodies.length === 1)
          ? [{ said: headWords, before: labelWords, worth: bodies.length === 1 || bare ? 1 : 0.9 }]
          : []),
      ]
      const placement = placeWords(index, phrases, standing, isPlain, (item, line) =>
        takesFigure(item, line, figure, unit),
      )
      const aside = asideHead.test(head) || yearsIn(head).some((named) => year !== null && named < year)
      const isAside = aside && !(placement.best?.line.item?.label ?? '').toLowerCase().includes('chỉ tiêu')
      const outcome = judge(placement, figure, { source: rowSource, isAside, standing, usesCommas: context.usesCommas })
      if (outcome.claim) claims.push(outcome.claim, ...wholeOf(outcome.claim, figure, index))
      else unplaced.push({ source: { ...rowSource, text: `${label || head}: ${cell}` }, why: outcome.why })
    }
  }
  return { lines, claims, unplaced, source }
}

/** The words of each cell, composed, with single blanks. */
export function cellTexts({ rows }: DraftTable): string[][] {
  return rows.map((cells) =>
    cells.map(({ runs }) =>
      runs
        .map(({ text }) => text)
        .join('')
        .normalize('NFC')
        .replace(/\s+/gu, ' ')
        .trim(),
    ),
  )
}

/** A table as it is shown beside the proposals. */
export function tableLines(rows: readonly (readonly string[])[], paragraph: number): DraftLine[] {
  return rows.map((cells, at) => ({
    paragraph,
    row: at + 1,
    text: cells.filter((cell) => cell !== '').join(' | '),
    isHeading: at === 0,
  }))
}

type Role = 'ordinal' | 'unit' | 'remark' | 'words' | 'value'

function roleOf(head: string, cell: string, column: number, row: readonly string[]): Role {
  if (ordinalHead.test(head)) return 'ordinal'
  if (unitHead.test(head)) return 'unit'
  if (remarkHead.test(head)) return 'remark'
  if (!isValue(cell)) return 'words'
  // A number before the first words is the row's own.
  const wordsLater = row.slice(column + 1).some((other) => /\p{L}{2}/u.test(other) && !isValue(other))
  return column === 0 && wordsLater && /^\d{1,2}\.?$/u.test(cell) ? 'ordinal' : 'value'
}

/** Whether a cell holds no more than a figure, with its unit perhaps. */
function isValue(cell: string): boolean {
  if (cell === '' || cell.length > 40) return false
  const figures = findFigures(cell, () => false)
  if (figures.length !== 1) return false
  const rest = cell.slice(0, figures[0]!.start) + cell.slice(figures[0]!.end)
  return rest.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length <= 4 && figures[0]!.start <= 3
}

/** The rows above the first one that holds a value. */
function headRows(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((cells) => cells.slice(1).some(isValue) || (cells.length === 1 && isValue(cells[0]!)))
  if (first <= 0) return rows.length > 1 && first === 0 && !rows[0]!.some(isValue) ? 1 : Math.max(0, first)
  // A line that only names a group of rows is no heading of columns.
  const named = rows
    .slice(0, first)
    .findIndex((cells) => new Set(cells.filter((cell) => cell !== '' && !/^[\dIVX.]+$/u.test(cell))).size <= 1)
  return named > 0 ? named : first
}

function figureIn(cell: string, around: string, unitText: string): Figure | null {
  const [figure] = findFigures(cell, () => false)
  if (!figure) return null
  if (figure.kind !== 'bare' || figure.isNone) return figure
  const measured = unitText.normalize('NFC').toLowerCase()
  if (/%|phần trăm/u.test(measured) || /\(%\)|(?<!\p{L})tỷ lệ(?!\p{L})[^:]*$|%\s*$/iu.test(around)) {
    if (/%|phần trăm/u.test(measured) || /%/u.test(around) || figure.value <= 100) {
      const isRate = /%|phần trăm/u.test(`${measured} ${around}`) || /^\s*tỷ lệ/iu.test(around)
      if (isRate) return { ...figure, kind: 'percent' }
    }
  }
  const money = /(tỷ|triệu|nghìn)\s*đồng|(?<!\p{L})đồng/iu.exec(`${measured} ${around}`)
  if (!money) return figure
  const factor = { tỷ: 1e9, triệu: 1e6, nghìn: 1e3 }[money[1]?.toLowerCase() ?? ''] ?? 1
  return { ...figure, kind: 'money', factor }
}

function unitIn(figure: Figure, behind: string, unitText: string, head: string, { index }: LineContext): string | null {
  if (figure.kind !== 'bare') return null
  const inHead = /\(([^()]+)\)/u.exec(head)?.[1] ?? ''
  return (unitBehind(index, behind) ?? unitBehind(index, unitText) ?? unitBehind(index, inHead))?.unit ?? null
}

const yearsIn = (text: string) => [...text.matchAll(/20\d\d/gu)].map((match) => Number(match[0]))

/** A row that only names what the rows below it tell of. */
function standingUnder(label: string, standing: Standing, { index, isPlain }: LineContext): Standing {
  if (label === '') return standing
  const line = { paragraph: 0, text: label, mark: '', body: label, runs: [] }
  const found = findHeading(line, index, { partKey: null, sectionKey: standing.sectionKey }, isPlain)
  const above = [...standing.above.slice(-12), ...wordsIn(index, label)]
  if (!found) return { ...standing, above }
  const { section, item, parent } = found.line
  return {
    sectionKey: section?.key ?? standing.sectionKey,
    groupKey: item ? (item.kind === 'heading' ? item.key : (parent?.key ?? item.key)) : null,
    isGroupNamed: true,
    above,
  }
}
