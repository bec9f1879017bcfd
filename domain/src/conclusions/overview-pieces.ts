import type { AttendanceRow, VerifiedFigure } from '../fieldwork/contract.ts'
import { formatDate } from '../formats/dates.ts'
import { halfDayNames } from '../inspections/contract.ts'
import { formatAnswer } from '../outlines/format-answer.ts'
import { endedWith } from '../papers/clean-text.ts'
import { citeInShort, count } from '../papers/wording.ts'
import type { Piece, VisitRecord } from './draft-conclusion.ts'
import { fillPattern } from './fill-pattern.ts'
import { oneLine } from './finding-words.ts'
import type { PatternKey, Patterns } from './sentence-patterns.ts'

/** What the visit itself gives to the notice: the session, who came, the figures that were set beside each other. */
export function overviewPieces(record: VisitRecord, patterns: Patterns): Piece[] {
  return [session(record, patterns), attendance(record, patterns), figures(record.figures, patterns)].filter(
    (piece) => piece !== null && piece.words !== '',
  ) as Piece[]
}

function overview(key: string, lines: readonly ReturnType<typeof fillPattern>[]): Piece {
  return {
    key: `overview:${key}`,
    part: 'overview',
    words: lines
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .join('\n'),
    pointIds: [],
    lacking: [...new Set(lines.flatMap(({ lacking }) => lacking))],
  }
}

function session({ decision, visitOn, halfDay, place, unitName, officeName }: VisitRecord, patterns: Patterns): Piece {
  const filled = fillPattern(patterns.session, {
    'quyết định': `${citeInShort(decision)} ngày ${formatDate(decision.issuedOn)}`,
    buổi: halfDayNames[halfDay].toLowerCase(),
    'ngày kiểm tra': formatDate(visitOn),
    'địa điểm': endedWith('', place.trim()),
    'đơn vị': unitName,
    'cơ quan': officeName,
  })
  return overview('session', [filled])
}

function attendance({ attendance, unitName, officeName }: VisitRecord, patterns: Patterns): Piece | null {
  const present = (side: AttendanceRow['side']) => attendance.filter((row) => row.side === side && row.present).length
  const [team, unit] = [present('team'), present('unit')]
  if (team + unit === 0) return null
  return overview('attendance', [
    fillPattern(patterns.attendance, {
      'số người của Đoàn': count(team),
      'số người của đơn vị': count(unit),
      'đơn vị': unitName,
      'cơ quan': officeName,
    }),
  ])
}

function figures(figures: readonly VerifiedFigure[], patterns: Patterns): Piece | null {
  const verified = figures.filter((figure) => figure.verified !== null)
  if (verified.length === 0) return null
  const different = verified.filter(({ reported, difference }) => reported === null || difference !== 0)
  const same = verified.length - different.length
  const lead: PatternKey = different.length === 0 ? 'figures-same' : same === 0 ? 'figures-different' : 'figures-mixed'
  return overview('figures', [
    fillPattern(patterns[lead], {
      'tổng số': count(verified.length),
      'số khớp': count(same),
      'số khác': count(different.length),
    }),
    ...different.map((figure) => figureLine(figure, patterns)),
  ])
}

function figureLine(figure: VerifiedFigure, patterns: Patterns): ReturnType<typeof fillPattern> {
  const { text, lacking } = fillPattern(patterns['figure-line'], {
    'số liệu': figure.label,
    'báo cáo': figure.reported === null ? 'báo cáo không nêu' : `báo cáo ${inWords(figure, figure.reported)}`,
    'xác minh': inWords(figure, figure.verified!),
    'lý do': endedWith('', oneLine(figure.reason)),
  })
  return { text: `- ${endedWith('.', text)}`, lacking }
}

function inWords(figure: VerifiedFigure, value: number): string {
  const formatted = formatAnswer(figure, value)
  return figure.kind === 'number' && figure.unit ? `${formatted} ${figure.unit}` : formatted
}
