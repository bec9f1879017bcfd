import { answerShape } from '../outlines/answer.ts'
import { type AnswerValue, itemName, type OutlineItem, type TableCell } from '../outlines/outline.ts'
import { Refusal } from '../refusals.ts'

/** Control characters but tab and line feed, and halves of letters: the database holds neither. */
const unstorable = /[^\P{Cc}\t\n]|\p{Surrogate}/gu

/**
 * The answer as it is kept: NFC, one kind of line break, without blanks around it; null when there is nothing in it.
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
  if (!Array.isArray(value)) return cleanCell(value)
  return value.map((row) => Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, cleanCell(cell)])))
}

function cleanCell(cell: TableCell): TableCell {
  if (typeof cell !== 'string') return cell
  return cell.replaceAll(/\r\n?/gu, '\n').replaceAll(unstorable, '').normalize('NFC').trim()
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
