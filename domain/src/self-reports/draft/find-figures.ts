import { parseVietnameseNumber } from '../../formats/parse-number.ts'

/** Figures inside Vietnamese prose: their value, what they count, and the words round them. */

export type FigureKind = 'percent' | 'money' | 'bare'

export interface Figure {
  readonly value: number
  readonly kind: FigureKind
  /** Money: đồng for one of the unit written behind it, 1,000,000 for "triệu". */
  readonly factor: number
  readonly start: number
  /** Behind the figure and its sign or unit of money. */
  readonly end: number
  /** The other fair reading of "1,234", or null. */
  readonly otherValue: number | null
  /** The figure that it is a part of: 50 in "45/50"; null when it stands alone. */
  readonly outOf: number | null
  /** Nothing occurred: "không phát sinh". */
  readonly isNone: boolean
}

const digits = String.raw`\d{1,3}(?:[.,\u00a0 ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?`
const figurePattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,–-])(?<!\d[:/])(?:(${digits})\s*/\s*(${digits})|([-−]?(?:${digits})))(?![\p{L}\p{N}])(?!\s*/\s*[\p{L}\p{N}])(?![.,:]\d)`,
  'gu',
)
/** Dates, periods, numbers of papers and standards: digits that are no figures. */
const notFigures = [
  /(?<!\p{L})ngày\s+\d{1,2}(?:\s*tháng\s*\d{1,2}|\s*[/.-]\s*\d{1,2})?(?:\s*năm\s*\d{4}|\s*[/.-]\s*\d{4})?/giu,
  /(?<!\d)\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}(?!\d)/gu,
  /(?<!\p{L})(?:tháng|quý|năm|giai đoạn|nhiệm kỳ)\s+\d+(?:\s*[/–-]\s*\d+)*/giu,
  /(?<!\d)\d{1,2}\/20\d\d(?!\d)/gu,
  /(?<!\d)\d{1,2}\s+tháng(?!\p{L})/giu,
  /(?<!\d)\d{1,2}\s+năm(?!\p{L})/giu,
  /\d+(?:\/\d{4})?\/(?:[\p{Lu}Đ]|[\p{Lu}]\p{L}*-)[\p{L}\p{N}&-]*/gu,
  /(?<!\p{L})(?:điều|khoản|điểm|mục|phụ lục|chương|nhóm|mức độ|cấp độ|khóa|thứ|lần thứ|biểu|mẫu|bảng|trang|tr\.|ISO|TCVN(?: ISO)?|hạng)\s+\d+(?:[.,:/]\d+)*(?=\s*[/:](?!\s)|\s+ngày|\s*[,;.:)(]|\s|$)/giu,
]
/** Words before "số 12" that make it a paper's number; "số" alone is how every count begins. */
const paperNumber =
  /(?:quyết định|kế hoạch|công văn|nghị quyết|nghị định|thông tư|văn bản|chỉ thị|thông báo|báo cáo|hướng dẫn|luật)\s+(?:số\s+)?$/iu

const moneyUnits: readonly (readonly [RegExp, number])[] = [
  [/^\s*(?:tỷ|tỉ)(?:\s*(?:đồng|đ))?(?![\p{L}])/iu, 1e9],
  [/^\s*(?:triệu|tr\.?)(?:\s*(?:đồng|đ))?(?![\p{L}])/iu, 1e6],
  [/^\s*(?:nghìn|ngàn)(?:\s*(?:đồng|đ))(?![\p{L}])/iu, 1e3],
  [/^\s*(?:đồng|vnđ|vnd|₫|đ)(?![\p{L}])/iu, 1],
]
const percentSign = /^\s*(?:%|phần trăm|phần\s*trăm)/iu
const nothing = /(?<![\p{L}])(?:không phát sinh|chưa phát sinh|không có|chưa có|không)(?![\p{L}])/giu

/** The figures of one line in order. `belongsToWord` says whether digits are part of a name: "nhóm 1". */
export function findFigures(line: string, belongsToWord: (before: string, digits: string) => boolean): Figure[] {
  const text = line.normalize('NFC')
  const hidden = hideWhatIsNoFigure(text)
  const found: Figure[] = []
  for (const match of hidden.matchAll(figurePattern)) {
    const written = match[1] ?? match[3]!
    const start = match.index
    const before = text.slice(0, start)
    if (belongsToWord(before, written) || paperNumber.test(before)) continue
    const value = numberOf(written)
    const outOf = match[2] === undefined ? null : numberOf(match[2])
    if (value === null || (match[2] !== undefined && outOf === null)) continue
    const { kind, factor, length } = measureBehind(text.slice(start + match[0].length))
    found.push({
      value: value.value,
      otherValue: value.other,
      kind,
      factor,
      start,
      end: start + match[0].length + length,
      outOf: outOf?.value ?? null,
      isNone: false,
    })
  }
  return [...found, ...nones(text)].sort((a, b) => a.start - b.start)
}

/** The same length, with everything that only looks like a figure blanked out. */
function hideWhatIsNoFigure(text: string): string {
  return notFigures.reduce((left, pattern) => left.replaceAll(pattern, (piece) => '\u0001'.repeat(piece.length)), text)
}

function numberOf(written: string): { value: number; other: number | null } | null {
  const tight = written.replace(/[\u00a0 ]/gu, ' ')
  const parsed = parseVietnameseNumber(tight)
  if ('error' in parsed) return null
  if ('ambiguous' in parsed) return { value: parsed.readings[0], other: parsed.readings[1] }
  return { value: parsed.value, other: null }
}

function measureBehind(behind: string): { kind: FigureKind; factor: number; length: number } {
  const percent = percentSign.exec(behind)
  if (percent) return { kind: 'percent', factor: 1, length: percent[0].length }
  for (const [pattern, factor] of moneyUnits) {
    const money = pattern.exec(behind)
    if (money) return { kind: 'money', factor, length: money[0].length }
  }
  return { kind: 'bare', factor: 1, length: 0 }
}

/** "Không phát sinh" and the like, where a figure could stand: at the end of a label, or before what did not occur. */
function nones(text: string): Figure[] {
  return [...text.matchAll(nothing)].flatMap((match) => {
    const isWhole = /^[\s.;,)]*$/u.test(text.slice(match.index + match[0].length))
    const afterColon = /[:：]\s*$/u.test(text.slice(0, match.index))
    const isShort = /^không$/iu.test(match[0].normalize('NFC'))
    if (isShort && !(isWhole && afterColon)) return []
    return [
      {
        value: 0,
        otherValue: null,
        kind: 'bare' as const,
        factor: 1,
        start: match.index,
        end: match.index + match[0].length,
        outOf: null,
        isNone: true,
      },
    ]
  })
}
