import { foldText } from '../../units/fold.ts'
import { dateAt, firstDayOf } from './find-dates.ts'
import type { Paper } from './paper.ts'
import type { Sourced } from './proposal.ts'

// All patterns look at folded text (lower case, no diacritics), which a bad scan leaves whole more often.
const figuresFrom = /(?:so lieu|moc|thoi diem|ky bao cao|thoi ky)[^.;]*?\stu\s*(?:thoi diem\s*)?(?:dau\s+)?/gu
const aboutFigures = /so lieu|bao cao|de cuong/u

/**
 * Reads from which day reported figures count ("Số liệu báo cáo tính từ 15/12/2025 đến thời điểm báo cáo"): every
 * place that says so, in order. A month or a year counts from its first day.
 */
export function readDataFrom(paper: Paper): Sourced<string>[] {
  const found: Sourced<string>[] = []
  for (const { text, lines, clause, zone } of paper.paragraphs) {
    const folded = foldText(text)
    if (!aboutFigures.test(folded)) continue
    for (const open of folded.matchAll(figuresFrom)) {
      const at = open.index + open[0].length
      const date = dateAt(folded, at)
      const year = /^nam\s*(\d{4})/u.exec(folded.slice(at))?.[1]
      const value = date ? firstDayOf(date) : year ? `${year}-01-01` : null
      // A remark in brackets at an annex's end belongs to the annex, not to the clause above it.
      if (value) found.push({ value, lines, clause: text.startsWith('(') && zone.label ? zone.label : clause })
    }
  }
  return found
}

const words: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
}
/** A scanner reads the nought of "03" as the letter o. */
const workingDays = new RegExp(
  `(?:(\\d{1,2}|o\\d)|(${Object.keys(words).join('|')}))\\s*(?:\\([^)]*\\)\\s*)?ngay\\s+lam\\s+viec`,
  'u',
)
const calendarDays = /(\d{1,2}|o\d)\s*(?:\([^)]*\)\s*)?ngay(?!\s*(?:lam\s+viec|\d|thang))/u
const beforeVisit = /(?<!\p{L})truoc(?!\p{L})/u
const visit = /kiem tra|lam viec voi|doan|to kiem tra|buoi lam viec|den lam viec/u
const report = /bao cao|gui|tai lieu/u
const notice = /thong bao (?:lich|cho|truoc)/u

export type LeadReading = { leadWorkingDays: Sourced<number>[]; calendarDays: Sourced<number> | null }

/**
 * Reads how many working days before the visit a unit's report must be in ("trước khi kiểm tra ít nhất 03 ngày làm
 * việc"; QĐ 2251/QĐ-UBND: mục IV.3). A number of plain days is given apart: it is another rule, for a person to settle.
 */
export function readLeadDays(paper: Paper): LeadReading {
  const reading: LeadReading = { leadWorkingDays: [], calendarDays: null }
  for (const { text, lines, clause, headings } of paper.paragraphs) {
    const heading = foldText(headings.at(-1) ?? '')
    for (const sentence of foldText(text).split(/(?<=[.;])\s+/u)) {
      const isLead = beforeVisit.test(sentence) && visit.test(sentence) && report.test(`${sentence} ${heading}`)
      if (!isLead || notice.test(sentence)) continue
      const days = workingDays.exec(sentence)
      const plain = days ? null : calendarDays.exec(sentence)
      if (days) reading.leadWorkingDays.push({ value: days[1] ? count(days[1]) : words[days[2]!]!, lines, clause })
      else if (plain) reading.calendarDays ??= { value: count(plain[1]!), lines, clause }
    }
  }
  return reading
}

const count = (written: string) => Number(written.replace('o', '0'))
