import { answerShape } from '../outlines/answer.ts'
import { type AnswerValue, itemName, type OutlineItem, type TableCell } from '../outlines/outline.ts'
import { isRichText, tidyRichText, tidyText } from '../outlines/rich-text.ts'
import { Refusal } from '../refusals.ts'

/**
 * The answer as it is kept: NFC, one kind of line break, without blanks around it, plain where nothing is formatted; null when there is nothing in it.
 * Refuses a computed item (`computed-item`), a heading (`no-such-item`) and a value of another kind (`wrong-kind-of-answer`).
 */
export function acceptAnswer(item: OutlineItem, value: AnswerValue | null): AnswerValue | null {
  if (item.kind === 'heading') throw new Refusal('no-such-item', { key: item.key })
  if (item.formula !== null) throw new Refusal('computed-item', { label: itemName(item) })
  const cleaned = clean(value)
  if (cleaned === null || cleaned === '' || (Array.isArray(cleaned) && cleaned.length === 0)) return null
  const parsed = answerShape(item).safeParse(cleaned)
  if (!parsed.success) throw new Refusal('wrong-kind-of-answer', { label: itemName(item), kind: wanted(item) })
  return parsed.data
}

function clean(value: AnswerValue | null): AnswerValue | null {
  if (isRichText(value)) return tidyRichText(value)
  if (!Array.isArray(value)) return cleanCell(value)
  return value.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cleanCell(cell)])))
}

function cleanCell(cell: TableCell): TableCell {
  return typeof cell === 'string' ? tidyText(cell) : cell
}

/** What the item takes, as the refusal says it. */
function wanted(item: OutlineItem): string {
  switch (item.kind) {
    case 'number':
      return 'một con số'
    case 'percent':
      return 'một tỷ lệ phần trăm'
    case 'money':
      return 'một số tiền'
    case 'date':
      return 'một ngày có thật, dạng ngày/tháng/năm'
    case 'choice':
      return `một trong các phương án: ${(item.choices ?? []).join('; ')}`
    case 'table':
      return `một bảng có các cột: ${(item.columns ?? []).map((column) => column.label).join('; ')}`
    default:
      return 'một đoạn văn'
  }
}
