import { type CalendarDate, dateInVietnam } from '../dates/calendar-date.ts'
import { formatInstant, formatLongDate } from '../formats/dates.ts'
import { type Unit, unitFullName } from '../units/unit.ts'
import type { PaperFrame } from './paper.ts'

/** Turns of phrase that every official paper uses alike. */

/** Another paper that this one rests on or answers; `title` begins in lower case, as it is read on: "ban hành Kế hoạch …". */
export interface Citation {
  readonly typeName: string
  readonly code: string
  readonly issuedOn: CalendarDate
  readonly issuer: string
  readonly title: string
}

/** The first mention: type, number, date, issuer and title. Basis: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6. */
export function citeInFull({ typeName, code, issuedOn, issuer, title }: Citation): string {
  return `${typeName} số ${code} ${formatLongDate(issuedOn)} của ${issuer} ${title}`
}

/** Every later mention: type and number alone. */
export function citeInShort({ typeName, code }: Citation): string {
  return `${typeName} số ${code}`
}

/** Who answers for an inspected unit, in the middle of a sentence: "Ủy ban nhân dân phường Lê Chân", "Sở Xây dựng". */
export function authorityOf(unit: Pick<Unit, 'name' | 'type'>): string {
  const name = unitFullName(unit)
  return unit.type === 'department' ? name : `Ủy ban nhân dân ${insideSentence(name)}`
}

/** The issuing agency's name inside a sentence. */
export function issuerName({ issuingAgency }: Pick<PaperFrame, 'issuingAgency'>): string {
  return issuingAgency.replace(/\s*\n\s*/gu, ' ')
}

/** A count as papers write it: one digit gets a leading zero ("03 ngày làm việc"), zero itself does not. */
export function count(n: number): string {
  return n > 0 && n < 10 ? `0${n}` : String(n)
}

/** "08:05" → "08 giờ 05 phút". */
export function clock(time: string): string {
  return `${time.slice(0, 2)} giờ ${time.slice(3, 5)} phút`
}

/** An instant in Vietnam's time: "08 giờ 05 phút, ngày 15 tháng 7 năm 2026"; open places while it is not known. */
export function moment(instant: string | null): string {
  if (instant === null) return '… giờ … phút, ngày … tháng … năm …'
  return `${clock(formatInstant(instant).slice(-5))}, ${formatLongDate(dateInVietnam(instant))}`
}

/** A person in a line of names; the post alone while nobody has been named. */
export function person({ name, post }: { readonly name: string | null; readonly post: string }): string {
  return [name, post].filter((part) => part !== null && part !== '').join(', ')
}

const headPosts = /^(Phó )?(Giám đốc|Chủ tịch)$/u

/** A post with its agency: "Phó Giám đốc Sở Nội vụ", "Chuyên viên, Sở Tài chính"; the post alone when it names the agency already. */
export function postAt(post: string, agency: string | null): string {
  if (agency === null || agency === '' || post.includes(agency)) return post
  return headPosts.test(post) ? `${post} ${agency}` : `${post}, ${agency}`
}

/** A unit's name inside a sentence: "phường Lê Chân", but "Sở Xây dựng". */
export function insideSentence(unitName: string): string {
  return unitName.replace(/^(Phường|Xã|Đặc khu) /u, (word) => word.toLocaleLowerCase('vi'))
}
