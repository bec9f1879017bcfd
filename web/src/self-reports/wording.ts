import { formatDayAndMonth, formatInstant } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import {
  itemKeyOf,
  itemName,
  type OutlineItem,
  type OutlinePart,
  type OutlineSection,
  repeatsPartTitle,
} from '@cchc/domain/outlines/outline.ts'

/** How long an official wording may be and still stand beside a figure's box. */
const longestBesideBox = 74

/** A figure's name beside its box, and below it the official wording where that is long or does not stand alone. */
export function figureWording(item: OutlineItem): { name: string; official: string | null } {
  const standsAlone = /^\p{Lu}/u.test(item.label)
  if (standsAlone && item.label.length <= longestBesideBox) return { name: item.label, official: null }
  const name = upperFirst(itemName(item))
  return { name, official: item.label.length > longestBesideBox && name !== item.label ? upperFirst(item.label) : null }
}

/** A text question as it is asked: "a) Việc ban hành…"; dashes and pluses are the paper's, not the screen's. */
export function questionWording(item: OutlineItem): string {
  const marker = /[a-zđ0-9]/i.test(item.marker) ? `${item.marker} ` : ''
  return `${marker}${upperFirst(item.label)}`
}

/** A section with its number: "2. Cải cách thủ tục hành chính"; the part's number where the part is not divided. */
export function sectionWording(part: OutlinePart, section: OutlineSection): string {
  if (section.number) return `${section.number}. ${section.title}`
  return repeatsPartTitle(part, section) && part.number ? `${part.number}. ${section.title}` : section.title
}

/** How a computed figure comes about, for a plain quotient: "= số đúng hạn ÷ số đã giải quyết"; null for other formulas. */
export function formulaWording(formula: string, nameOf: (key: string) => string | undefined): string | null {
  const parts = /^rate\(\s*(\w+)\s*,\s*(\w+)\s*\)$/.exec(formula.trim())
  const [part, whole] = [parts?.[1], parts?.[2]].map((name) => (name ? nameOf(itemKeyOf(name)) : undefined))
  if (!part || !whole) return null
  return `= ${lowerFirst(part)} ÷ ${lowerFirst(whole)}`
}

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** A sentence of the checks, divided into what is wrong and the rest: the rule and how to mend it. */
export function divided(sentence: string): { lead: string; rest: string } {
  const end = /[.!?](?=\s+\p{Lu})/u.exec(sentence)
  if (!end) return { lead: sentence, rest: '' }
  return { lead: sentence.slice(0, end.index + 1), rest: sentence.slice(end.index + 1).trim() }
}

/** "09:42" on the product's today, "14/09 09:42" on another day (Asia/Ho_Chi_Minh). */
export function clockWording(instant: string, today: string): string {
  const [date, time] = formatInstant(instant).split(' ') as [string, string]
  const iso = date.split('/').reverse().join('-')
  return iso === today ? time : `${formatDayAndMonth(iso)} ${time}`
}
