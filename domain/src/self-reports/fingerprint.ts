import { isAnswered } from '../outlines/answer.ts'
import type { Answers, AnswerValue, TableCell } from '../outlines/outline.ts'
import { isRichText, tidyRichText } from '../outlines/rich-text.ts'

/**
 * The content of a report as one text that is the same whenever the content is: JSON with sorted keys, composed letters,
 * without unanswered items and blank explanations. Whoever sends or checks the report takes its SHA-256 over UTF-8.
 */
export function fingerprintText(answers: Answers, explanations: Readonly<Record<string, string>> = {}): string {
  const given = Object.entries(answers).flatMap(([key, value]) =>
    isAnswered(value) ? [[key, canonical(value)] as const] : [],
  )
  const explained = Object.entries(explanations).flatMap(([key, text]) =>
    text.trim() === '' ? [] : [[key, plain(text)] as const],
  )
  return JSON.stringify({ answers: sorted(given), explanations: sorted(explained) })
}

function canonical(value: AnswerValue) {
  // Tidied text has its members in one order, whatever order the database gave them.
  if (isRichText(value)) return tidyRichText(value)
  if (!Array.isArray(value)) return plain(value)
  return value.map((row) => sorted(Object.entries(row).map(([column, cell]) => [column, plain(cell)] as const)))
}

function plain(cell: TableCell): TableCell {
  return typeof cell === 'string' ? cell.normalize('NFC').trim() : cell
}

/** An object whose keys are written in one order, whatever order they came in. */
function sorted<V>(entries: readonly (readonly [string, V])[]): Record<string, V> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}
