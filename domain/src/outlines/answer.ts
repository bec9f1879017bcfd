import { z } from 'zod'
import { CalendarDate } from '../dates/calendar-date.ts'
import { type AnswerValue, isTyped, type OutlineItem, type TableCell, type TableColumn } from './outline.ts'
import { isRichText, mostLetters, plainText, RichText } from './rich-text.ts'

const shapes = new WeakMap<OutlineItem, z.ZodType<AnswerValue>>()

/**
 * The shape of an answer to this very item; blank text is no answer, a heading and a computed item take none. An item's shape
 * is made once: making one takes longer than reading many answers by it.
 */
export function answerShape(item: OutlineItem): z.ZodType<AnswerValue> {
  const shape = shapes.get(item) ?? makeShape(item)
  shapes.set(item, shape)
  return shape
}

function makeShape(item: OutlineItem): z.ZodType<AnswerValue> {
  if (!isTyped(item)) return z.never()
  switch (item.kind) {
    case 'text':
      return z.union([z.string().max(mostLetters).normalize('NFC').trim().min(1), RichText])
    case 'choice':
      return z.enum(item.choices ?? [])
    case 'date':
      return CalendarDate
    case 'table': {
      const cells = (item.columns ?? []).map((column) => [column.key, cellShape(column)] as const)
      return z
        .array(z.strictObject(Object.fromEntries(cells)))
        .min(1)
        .max(500)
    }
    default:
      return z.number()
  }
}

/** Whether there is an answer at all: null, blank text and a table without rows are none. */
export function isAnswered(value: AnswerValue | null | undefined): value is AnswerValue {
  if (value === null || value === undefined) return false
  if (typeof value === 'string' || isRichText(value)) return plainText(value).trim() !== ''
  return typeof value === 'number' || value.length > 0
}

function cellShape(column: TableColumn): z.ZodType<TableCell> {
  if (column.kind === 'text') return z.string().max(2_000).nullable()
  return column.kind === 'date' ? CalendarDate.nullable() : z.number().nullable()
}
