import type { CalendarDate } from '../../dates/calendar-date.ts'
import { foldText } from '../../units/fold.ts'
import type { DraftSource } from './draft.ts'
import { similarity } from './match-line.ts'
import type { OutlineIndex } from './outline-index.ts'
import type { Claim } from './reading.ts'
import { WordBag, wordsOf } from './words.ts'

const datePattern =
  /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(20\d\d)(?!\d)|ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(20\d\d)/giu
/** Figures that are told up to a day: "số liệu tính đến ngày …". */
const upTo = /(?:đến|chốt)\s+(?:hết\s+)?(?:ngày\s*)?$/iu
const dateFrom = 0.62

/** Proposes dates for the items that ask for one, by the words before each. */
export function readDates(text: string, source: DraftSource, index: OutlineIndex): Claim[] {
  const asked = index.lines.filter(({ item }) => item?.kind === 'date')
  if (asked.length === 0) return []
  return [...text.matchAll(datePattern)].flatMap((match) => {
    const value = dateOf(match[1] ?? match[4]!, match[2] ?? match[5]!, match[3] ?? match[6]!)
    if (value === null) return []
    const before = text.slice(0, match.index)
    const said = new WordBag(wordsOf(before, index.abbreviations))
    return asked.flatMap((line): Claim[] => {
      const own = similarity(index, line, said, new WordBag([]), false).score
      const isLimit = /chot|den ngay/u.test(foldText(line.item!.label)) && upTo.test(before) && /số liệu/iu.test(before)
      const score = isLimit ? Math.max(own, 0.85) : own
      if (score < dateFrom) return []
      const why = 'Ngày đứng sau câu chữ trùng với tên mục.'
      return [{ key: line.item!.key, value, score, source, why, rivals: [], doubt: null, isAside: false }]
    })
  })
}

/** A date that exists, as YYYY-MM-DD. */
export function dateOf(day: string, month: string, year: string): CalendarDate | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const made = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(made.getTime()) && made.toISOString().startsWith(iso) ? (iso as CalendarDate) : null
}
