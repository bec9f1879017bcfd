import { foldText } from '../../units/fold.ts'
import { dateAt, firstDayOf, lastDayOf, type WrittenDate } from './find-dates.ts'
import type { Paper, Paragraph } from './paper.ts'
import type { DecisionProposal } from './proposal.ts'

type Period = { from: string | null; to: string | null }

// All patterns look at folded text (lower case, no diacritics), which a bad scan leaves whole more often.
const timeHeading = /thoi gian|tien do|thoi han kiem tra|lich kiem tra/u
const ofFigures = /so lieu|ky bao cao|thoi ky|thoi diem bao cao|giai doan \d{4}/u
const opening = /(?<!\p{L})(?:tu|bat dau(?: tu)?)\s+(?:khoang |dau |giua )?/gu
const bridge =
  /^[\s,;]*(?:[-–]|(?:va\s+)?(?:den|toi|ket thuc|hoan thanh)(?:\s+(?:vao|trong|truoc|xong|het|cuoi|den|khi))*)\s*/u
const onlyEnd =
  /(?:hoan thanh|ket thuc|xong)\s+(?:viec kiem tra\s+)?(?:truoc|trong|cham nhat(?: la)?|vao)\s*(?:ngay\s*)?/u
const monthList =
  /(?<!\p{L})thang\s*(\d{1,2}(?!\d)(?:\s*(?:,|va|-|–)\s*(?:thang\s*)?\d{1,2}(?!\d))*)\s*(?:\/|nam)\s*(\d{4})/u
const quarters =
  /(?<!\p{L})quy\s+([iv]{1,3}|[1-4])(?![\p{L}\d])((?:\s*(?:,|va|-|–|den)\s*(?:quy\s*)?(?:[iv]{1,3}|[1-4])(?![\p{L}\d]))*)\s*(?:\/|-|,)?\s*(?:nam\s*)?(\d{4})?/u
const quarterNumber: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/**
 * Reads when inspections take place ("Từ tháng 7/2026 đến tháng 11/2026"): a range of days or months, a list of
 * months, quarters, or only an end. Months count from their first to their last day. `year` stands in for a year that
 * is left out. Sentences about reported figures are not taken. Source: the clause on time (QĐ 2251/QĐ-UBND: mục III.1).
 */
export function readPeriod(paper: Paper, year: number | null): DecisionProposal['period'] {
  const rated = paper.paragraphs
    .filter(({ zone }) => zone.kind !== 'annex')
    .map((paragraph) => ({ paragraph, rate: rateOf(paragraph) }))
    .filter(({ rate }) => rate > 0)
  for (const { paragraph } of rated.sort((a, b) => b.rate - a.rate)) {
    for (const sentence of foldText(paragraph.text).split(/(?<=[.;])\s+/u)) {
      const value = ofFigures.test(sentence) ? null : periodIn(sentence, year)
      if (value) return { value, lines: paragraph.lines, clause: paragraph.clause }
    }
  }
  return null
}

/** How likely a paragraph tells when inspections take place; 0 is not at all. */
function rateOf({ text, headings, mark }: Paragraph): number {
  const own = foldText(text)
  if (timeHeading.test(own.slice(0, 60))) return mark ? 4 : 3
  if (timeHeading.test(foldText(headings.at(-1) ?? ''))) return 3
  return /kiem tra/u.test(own) && /(?<!\p{L})(?:tu|quy|thang)\s/u.test(own) && headings.length > 0 ? 1 : 0
}

/** The first period that a folded sentence names, or null. */
export function periodIn(folded: string, year: number | null): Period | null {
  for (const open of folded.matchAll(opening)) {
    const from = dateAt(folded, open.index + open[0].length)
    if (!from) continue
    const between = bridge.exec(folded.slice(from.end))
    const to = between ? dateAt(folded, from.end + between[0].length) : null
    if (to) return range(from, to, year)
  }
  const listed = monthList.exec(folded)
  if (listed) {
    const months = (listed[1]!.match(/\d{1,2}/gu) ?? []).map(Number).filter((month) => month >= 1 && month <= 12)
    if (months.length > 0) return monthsOf(Math.min(...months), Math.max(...months), Number(listed[2]))
  }
  const quarter = quarters.exec(folded)
  const inYear = quarter?.[3] ? Number(quarter[3]) : year
  if (quarter && inYear !== null) {
    const labels = [quarter[1]!, ...(quarter[2]?.match(/(?<!\p{L})(?:[iv]{1,3}|[1-4])(?!\p{L})/gu) ?? [])]
    const numbers = labels.flatMap((label) => quarterNumber[label] ?? [])
    if (numbers.length > 0) return monthsOf(Math.min(...numbers) * 3 - 2, Math.max(...numbers) * 3, inYear)
  }
  const end = onlyEnd.exec(folded)
  const to = end ? dateAt(folded, end.index + end[0].length) : null
  return to ? { from: null, to: lastDayOf(to, to.year ?? year) } : null
}

function range(from: WrittenDate, to: WrittenDate, year: number | null): Period {
  const endYear = to.year ?? from.year ?? year
  return { from: firstDayOf(from, from.year ?? endYear), to: lastDayOf(to, endYear) }
}

function monthsOf(first: number, last: number, year: number): Period {
  const month = (value: number): WrittenDate => ({ day: null, month: value, year, end: 0 })
  return { from: firstDayOf(month(first)), to: lastDayOf(month(last)) }
}
