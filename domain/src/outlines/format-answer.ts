import { formatDate } from '../formats/dates.ts'
import { formatMoney, formatNumber, formatPercent } from '../formats/numbers.ts'
import { isAnswered } from './answer.ts'
import type { AnswerValue, OutlineItem } from './outline.ts'
import { isRichText, plainText } from './rich-text.ts'

/**
 * An answer as screens, papers and messages write it: "12.480", "95,67%", "1.500 triệu đồng", "15/07/2026".
 * A count comes without its unit, which the item prints; a formatted text without its formatting; null gives an em dash.
 */
export function formatAnswer(item: Pick<OutlineItem, 'kind' | 'unit'>, value: AnswerValue | null | undefined): string {
  if (!isAnswered(value)) return '—'
  if (typeof value === 'number') {
    if (item.kind === 'percent') return formatPercent(value)
    return item.kind === 'money' ? formatMoney(value, item.unit ?? 'đ') : formatNumber(value)
  }
  if (typeof value === 'string') return item.kind === 'date' ? formatDate(value) : value
  return isRichText(value) ? plainText(value) : `${formatNumber(value.length)} dòng`
}
