/** Cuts a paper's text into lines; line n of a proposal is element n - 1. */
export function splitPaper(text: string): string[] {
  return text.split(/\r\n|\r|\n|\u2028|\u2029/u)
}

/** Characters of one line that are read; no line of such a paper comes near it, and what is longer is named as doubtful. */
export const LONGEST_LINE = 8_000

/** One line without the noise of scanners and converters. `cells` are the columns that stand apart on it (at least one). */
export type PaperLine = { n: number; text: string; cells: string[] }

const invisible = /(?!\t)[\p{Cc}\p{Cf}]/gu
const anyBlank = /[\u00A0\u2000-\u200A\u202F\u3000]/gu
const bulletGlyph = /^(?:[•▪●■◦‣∙·–—−‐‑◆❖➢✓\uF0B7\uF0A7\uF02D]+(?=\s|\p{Lu})|\*(?=\s))/u
/** Four blanks, a tab or a bar part two columns; fewer blanks are a scanner's or a justified line's. */
const columnGap = /\t+| {4,}|\s*\|\s*/u

function cleanCell(cell: string): string {
  return cell
    .replace(/[*`]+/gu, '')
    .replace(/(^|\s)_{1,2}(?=\p{L})|(?<=\p{L}[.;:)]?)_{1,2}(?=\s|$)/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
}

/**
 * Cleans the lines of a paper: NFC, eth as Đ, markdown signs and escapes gone, every bullet a "-" and "- +" a "+",
 * runs of blanks single. Wording, numbers and punctuation stay as they are.
 */
export function readLines(text: string): PaperLine[] {
  return splitPaper(text).map((raw, index) => {
    const plain = raw
      .slice(0, LONGEST_LINE)
      .normalize('NFC')
      .replace(invisible, '')
      .replace(anyBlank, ' ')
      .replace(/Ð/gu, 'Đ')
      .replace(/ð/gu, 'đ')
      .replace(/\\([-+*_.()#|])/gu, '$1')
      .trim()
    if (/^[|\s:*_=~-]*$/u.test(plain)) return { n: index + 1, text: '', cells: [''] }
    const line = plain
      .replace(/^(?:#{1,6}|>)\s+/u, '')
      .replace(/^\|\s*|\s*\|$/gu, '')
      .replace(bulletGlyph, '-')
      .replace(/^(?:-\s*)+\+\s*/u, '+ ')
      .replace(/^-\s+(?:[-•*]\s*)+/u, '- ')
    const cells = line.split(columnGap).map(cleanCell)
    const filled = cells.filter((cell) => cell !== '')
    return { n: index + 1, text: filled.join(' '), cells: filled.length > 0 ? filled : [''] }
  })
}

const letters = /\p{L}/gu

/** Whether a line is set in capitals, as titles, posts and issuers are. */
export function isCapitals(text: string): boolean {
  const own = text.match(letters) ?? []
  return own.length >= 2 && own.every((letter) => letter === letter.toUpperCase())
}
