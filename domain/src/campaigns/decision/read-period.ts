import { foldText } from '../../units/fold.ts'
import { dateAt, firstDayOf, lastDayOf, type WrittenDate } from './find-dates.ts'
import type { Paper, Paragraph } from './paper.ts'
import type { DecisionProposal, Sourced } from './proposal.ts'

type Period = { from: string | null; to: string | null }

const timeHeading = /thoi gian|tien do|thoi han kiem tra|lich kiem tra/u
const ofFigures = /so lieu|ky bao cao|thoi diem bao cao|giai doan \d{4}/u
const opening = /(?:từ|bắt đầu)\s*(?:từ\s+)?(?:khoảng\s+|đầu\s+|giữa\s+)?/giu
const bridge =
  /^[\s,;]*(?:[-–]|(?:và\s+)?(?:đến|tới|kết thúc|hoàn thành)(?:\s+(?:vào|trong|trước|xong|hết|cuối|đến|khi))*)\s*/iu
const onlyEnd =
  /(?:hoàn thành|kết thúc|xong)\s+(?:việc kiểm tra\s+)?(?:trước|trong|chậm nhất(?: là)?|vào)\s*(?:ngày\s*)?/iu
const monthList =
  /(?:trong\s+)?(?:các\s+)?tháng\s*(\d{1,2}(?:\s*(?:,|và|-|–)\s*(?:tháng\s*)?\d{1,2})*)\s*(?:\/|năm)\s*(\d{4})/iu
const quarters =
  /quý\s*([IV1-4]+)((?:\s*(?:,|và|-|–|đến)\s*(?:quý\s*)?[IV1-4]+)*)\s*(?:\/|-|năm|,)?\s*(?:năm\s*)?(\d{4})?/iu
const quarterNumber: Record<string, number> = { I: 1, II: 2, III: 3, IV: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

/**
 * Reads when inspections take place ("Từ tháng 7/2026 đến tháng 11/2026"): a range of days or months, a list of
 * months, quarters, or only an end. Months count from their first to their last day. `year` stands in for a year that is left out.
 */
export function readPeriod(paper: Paper, year: number | null): DecisionProposal['period'] {
  const body = paper.paragraphs.filter(({ zone, text }) => zone.kind !== 'annex' && !ofFigures.test(foldText(text)))
  const rated = body.map((paragraph) => ({ paragraph, rate: rateOf(paragraph) })).filter(({ rate }) => rate > 0)
  for (const { paragraph } of rated.sort((a, b) => b.rate - a.rate)) {
    const value = periodIn(paragraph.text, year)
    if (value) return { value, lines: paragraph.lines, clause: paragraph.clause }
  }
  return null
}

function rateOf({ text, headings, mark }: Paragraph): number {
  const own = foldText(text)
  const above = foldText(headings.at(-1) ?? '')
  if (timeHeading.test(own.slice(0, 60))) return mark ? 4 : 3
  if (timeHeading.test(above)) return 3
  return /kiem tra/u.test(own) && /(?:^|\s)(?:tu|quy|thang)\s/u.test(own) && headings.length > 0 ? 1 : 0
}

/** The first period that a sentence names, or null. */
export function periodIn(text: string, year: number | null): Period | null {
  for (const open of text.matchAll(opening)) {
    const from = dateAt(text, open.index + open[0].length)
    if (!from) continue
    const between = bridge.exec(text.slice(from.end))
    const to = between ? dateAt(text, from.end + between[0].length) : null
    if (to) return range(from, to, year)
  }
  const listed = monthList.exec(text)
  if (listed) {
    const months = [...listed[1]!.matchAll(/\d{1,2}/gu)]
      .map(([month]) => Number(month))
      .filter((month) => month >= 1 && month <= 12)
    if (months.length > 0) return monthsOf(Math.min(...months), Math.max(...months), Number(listed[2]))
  }
  const quarter = quarters.exec(text)
  const inYear = quarter?.[3] ? Number(quarter[3]) : year
  if (quarter && inYear !== null) {
    const numbers = [quarter[1]!, ...(quarter[2]?.match(/[IV1-4]+/gu) ?? [])].flatMap(
      (label) => quarterNumber[label.toUpperCase()] ?? [],
    )
    if (numbers.length > 0) return monthsOf(Math.min(...numbers) * 3 - 2, Math.max(...numbers) * 3, inYear)
  }
  const end = onlyEnd.exec(text)
  const to = end ? dateAt(text, end.index + end[0].length) : null
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

const figuresFrom = /(?:số liệu|mốc|thời điểm|kỳ báo cáo|thời kỳ)[^.;]*?\stừ\s*(?:thời điểm\s*)?(?:đầu\s+)?/giu

/** Reads from which day reported figures count ("Số liệu báo cáo tính từ 15/12/2025 đến thời điểm báo cáo"); every place that says so, in order. */
export function readDataFrom(paper: Paper): Sourced<string>[] {
  const found: Sourced<string>[] = []
  for (const { text, lines, clause, zone } of paper.paragraphs) {
    for (const open of text.matchAll(figuresFrom)) {
      if (!/số liệu|báo cáo|đề cương/iu.test(text)) continue
      const at = open.index + open[0].length
      const date = dateAt(text, at)
      const yearOnly = /^năm\s*(\d{4})/iu.exec(text.slice(at))
      const value = date ? firstDayOf(date) : yearOnly ? `${yearOnly[1]}-01-01` : null
      if (value) found.push({ value, lines, clause: clause || zone.label })
    }
  }
  return found
}

const numberWords: Record<string, number> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
}
const workingDays =
  /(?:(\d{1,2}|[oO]\d)|(một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười))\s*(?:\([^)]*\)\s*)?ngày\s+làm\s+việc/iu
const calendarDays = /(\d{1,2})\s*(?:\([^)]*\)\s*)?ngày(?!\s*(?:làm\s+việc|\d|tháng))/iu

export type LeadReading = { leadWorkingDays: Sourced<number>[]; calendarDays: Sourced<number> | null }

/**
 * Reads how many working days before the visit a unit's report must be in ("trước khi kiểm tra ít nhất 03 ngày làm
 * việc", "trước buổi làm việc ít nhất 05 ngày làm việc"). A number of plain days is given apart: it is another rule.
 */
export function readLeadDays(paper: Paper): LeadReading {
  const reading: LeadReading = { leadWorkingDays: [], calendarDays: null }
  for (const { text, lines, clause, headings } of paper.paragraphs) {
    for (const sentence of text.split(/(?<=[.;])\s+/u)) {
      const folded = foldText(sentence)
      const before =
        /(?:^|\s)truoc(?:\s|$)/u.test(folded) &&
        /kiem tra|lam viec voi|doan|to kiem tra|buoi lam viec|den lam viec/u.test(folded)
      const report = /bao cao|gui|tai lieu/u.test(`${folded} ${foldText(headings.at(-1) ?? '')}`)
      if (!before || !report || /thong bao (?:lich|cho)/u.test(folded)) continue
      const days = workingDays.exec(sentence)
      if (days)
        reading.leadWorkingDays.push({
          value: days[1] ? Number(days[1].replace(/o/iu, '0')) : numberWords[days[2]!.toLowerCase()]!,
          lines,
          clause,
        })
      else if (calendarDays.test(sentence))
        reading.calendarDays ??= { value: Number(calendarDays.exec(sentence)![1]), lines, clause }
    }
  }
  return reading
}
