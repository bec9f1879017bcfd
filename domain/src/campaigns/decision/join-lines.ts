import { foldText } from '../../units/fold.ts'
import { isCapitals, type PaperLine } from './paper-lines.ts'
import { readMark } from './paper-marks.ts'

/** Lines that belong to one sentence or heading: `from` and `to` are line numbers of the paper. */
export type JoinedLines = { from: number; to: number; text: string; cells: string[] }

const endsSentence = /(?:[.;:!?]|\.\/\.?)["”)]*$/u
/** A line cannot end a paragraph on these words, even if what follows looks like a list mark ("Điều / 3. …", "năm / 2026. …"). */
const beforeNumber = /(?:^|\s)(?:điều|khoản|điểm|mục|số|ngày|tháng|năm|phụ lục)$/iu
const beforeAnything = /(?:^|\s)(?:và|hoặc|của|các|những|từ|đến|tại|theo|với|cho|trong|là)$/iu
const startsLower = /^["“(]?\p{Ll}|^[,;)%]/u
const LONGEST_WRAP = 160
/** Characters; no sentence of such a paper comes near it. */
const LONGEST_JOINED = 8_000
/** Among lines that are whole paragraphs, one shorter than this ended by itself. */
const SHORTEST_BROKEN_LINE = 45

/** Opening words (folded) of lines that never continue the line before them. */
const standsAlone =
  /^(?:phu luc(?: so)?(?: [ivxl\d]+| [a-h])?(?:$| ?[:.–(-])|dieu \d+ ?[.:]|noi nhan|quyet dinh ?:?$|ke hoach ?$|can cu |theo de nghi |xet de nghi |thuc hien (?:quyet dinh|ke hoach|nghi quyet|chi thi|chuong trinh)|so ?: |cong hoa xa hoi|doc lap|tm\. |kt\. |tl\. |tuq\. |q\. |luu ?:)/u

/** The width at which this text was broken into lines, or null when its lines are whole paragraphs. */
export function wrapWidth(lines: readonly PaperLine[]): number | null {
  const lengths = lines
    .map((line) => line.text.length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b)
  const longest = lengths.at(-1) ?? 0
  if (longest > LONGEST_WRAP || longest < 30) return null
  return lengths[Math.floor(lengths.length * 0.9)] ?? longest
}

/** In the letters of print, so that a heading in capitals is seen to fill its line. */
const CAPITALS_ARE_WIDER = 1.4

type Setting = 'capitals' | 'small' | null

/** How a line is set; a single word says nothing, since it may be an abbreviation. */
function setting(text: string): Setting {
  if (!isCapitals(text)) return 'small'
  return text.includes(' ') ? 'capitals' : null
}

const clash = (left: Setting, right: Setting) => left !== right && left !== null && right !== null

function continues(
  before: JoinedLines,
  previous: PaperLine,
  line: PaperLine,
  blank: boolean,
  width: number | null,
): boolean {
  if (previous.cells.length > 1 || line.cells.length > 1 || before.text.length > LONGEST_JOINED) return false
  if (standsAlone.test(foldText(line.text)) || /^phụ lục(?: số)?(?: [IVXl\d]+)?$/iu.test(previous.text)) return false
  const { mark } = readMark(line.text)
  const end = before.text.slice(-40)
  const isBullet = mark?.kind === 'dash' || mark?.kind === 'plus'
  if (!blank && !isBullet && (beforeAnything.test(end) || (beforeNumber.test(end) && /^\d/u.test(line.text))))
    return true
  if (mark || clash(setting(before.text.slice(0, 200)), setting(line.text))) return false
  const ended = endsSentence.test(end)
  if (blank) return !ended && startsLower.test(line.text) && before.text.length > 20
  if (/\p{L}-$/u.test(end)) return true
  const firstWord = line.text.split(' ', 1)[0] ?? ''
  const printed = previous.text.length * (isCapitals(previous.text) ? CAPITALS_ARE_WIDER : 1)
  const wasFull = width !== null && printed + firstWord.length + 1 > width * 0.9
  if (ended) return startsLower.test(line.text) || wasFull
  if (startsLower.test(line.text)) return true
  if (width === null) return previous.text.length >= SHORTEST_BROKEN_LINE
  return wasFull || (printed > width * 0.75 && !line.text.startsWith('('))
}

/**
 * Puts sentences that were broken over several lines together again. A new paragraph begins at a list mark, after a
 * blank line (unless the sentence plainly goes on in small letters), where capitals begin or end, and at the fixed
 * lines of official papers; table rows are never joined.
 */
export function joinLines(lines: readonly PaperLine[]): JoinedLines[] {
  const width = wrapWidth(lines)
  const joined: JoinedLines[] = []
  let previous: PaperLine | null = null
  let blank = false
  for (const line of lines) {
    if (line.text === '') {
      blank = true
      continue
    }
    const before = joined.at(-1)
    if (before && previous && continues(before, previous, line, blank, width)) {
      const glue = /[\p{L}\d]-$/u.test(before.text.slice(-2)) && /^[\p{L}\d]/u.test(line.text) ? '' : ' '
      before.text += glue + line.text
      before.cells = [before.text]
      before.to = line.n
    } else {
      joined.push({ from: line.n, to: line.n, text: line.text, cells: line.cells })
    }
    previous = line
    blank = false
  }
  return joined
}
