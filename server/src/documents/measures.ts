/**
 * Measures of an official page in the units of a .docx: twips (twentieths of a point), half-points for type sizes.
 * Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I and II.
 */

const twipsPerMillimetre = 1440 / 25.4
const millimetres = (mm: number) => Math.round(mm * twipsPerMillimetre)
export const points = (pt: number) => Math.round(pt * 20)

export const page = {
  width: millimetres(210),
  height: millimetres(297),
  top: millimetres(20),
  bottom: millimetres(20),
  left: millimetres(30),
  right: millimetres(15),
}

/** From the upper edge of the sheet to the page number; higher when the mark of illustrative data stands over it. */
export const headerDistance = { plain: millimetres(10), marked: millimetres(6.5) }

/** Width of the text, left margin to right margin. */
export const textWidth = page.width - page.left - page.right

/** The two columns of the letterhead; at 12 points bold the name of the State needs at least 57 % to stay on one line. */
export const letterheadColumns = split(textWidth, [41, 59])
export const signingColumns = split(textWidth, [47, 53])

export const firstLineIndent = millimetres(12.7)
export const paragraphGap = points(6)
/** 1.1 lines, in 240ths of a line. */
export const lineSpacing = 264

export const sizes = {
  body: 28,
  stateName: 24,
  motto: 26,
  agency: 24,
  number: 26,
  date: 26,
  dispatchSubject: 24,
  table: 24,
  recipientsTitle: 24,
  recipients: 22,
  pageNumber: 26,
  mark: 22,
  versionMark: 18,
}

/** Shares in percent of a width, as whole twips that add up to it. */
export function split(width: number, shares: readonly number[]): number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  let passed = 0
  return shares.map((share) => {
    const from = Math.round((width * passed) / total)
    passed += share
    return Math.round((width * passed) / total) - from
  })
}
