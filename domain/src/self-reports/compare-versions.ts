import { isAnswered } from '../outlines/answer.ts'
import { evaluateOutline } from '../outlines/evaluate.ts'
import { formatAnswer } from '../outlines/format-answer.ts'
import {
  type Answers,
  type AnswerValue,
  type Outline,
  type OutlineItem,
  type OutlinePart,
  type OutlineSection,
  outlineItems,
} from '../outlines/outline.ts'
import { fingerprintText } from './fingerprint.ts'

/** What a version of a report says. */
export interface ReportContent {
  readonly answers: Answers
  readonly explanations: Readonly<Record<string, string>>
}

/** One item that two versions answer differently. */
export interface ItemChange {
  readonly part: OutlinePart
  readonly section: OutlineSection
  readonly item: OutlineItem
  readonly kind: 'answered' | 'cleared' | 'figure' | 'words'
  readonly before: AnswerValue | null
  readonly after: AnswerValue | null
  /** After less before, of figures; percentages in percentage points. */
  readonly difference: number | null
}

export interface ExplanationChange {
  readonly checkKey: string
  readonly before: string
  readonly after: string
}

export interface Comparison {
  /** In printed order; computed figures too. */
  readonly items: readonly ItemChange[]
  readonly explanations: readonly ExplanationChange[]
}

/** What differs between two versions of a report on one outline. */
export function compareVersions(outline: Outline, before: ReportContent, after: ReportContent): Comparison {
  const [was, is] = [before, after].map(({ answers }) => valuesOf(outline, answers)) as [Values, Values]
  const items = outlineItems(outline).flatMap(({ part, section, item }): ItemChange[] => {
    const [left, right] = [was.get(item.key) ?? null, is.get(item.key) ?? null]
    if (sameValue(left, right)) return []
    const figures = typeof left === 'number' && typeof right === 'number'
    const kind = left === null ? 'answered' : right === null ? 'cleared' : figures ? 'figure' : 'words'
    return [{ part, section, item, kind, before: left, after: right, difference: figures ? right - left : null }]
  })
  const keys = new Set([...Object.keys(before.explanations), ...Object.keys(after.explanations)])
  const explanations = [...keys].sort().flatMap((checkKey): ExplanationChange[] => {
    const [left, right] = [before, after].map(({ explanations }) => (explanations[checkKey] ?? '').trim())
    return left === right ? [] : [{ checkKey, before: left!, after: right! }]
  })
  return { items, explanations }
}

/** Whether two answers to one question say the same. */
export function sameValue(a: AnswerValue | null, b: AnswerValue | null): boolean {
  return fingerprintText({ value: a }) === fingerprintText({ value: b })
}

/** An answer as one text whose words can be compared; a table a line a row. */
export function wordsOfAnswer(item: OutlineItem, value: AnswerValue | null): string {
  if (!isAnswered(value)) return ''
  if (item.kind !== 'table' || !Array.isArray(value)) return formatAnswer(item, value)
  const columns = item.columns ?? []
  return value
    .map((row) =>
      columns
        .map(({ key, kind }) => {
          const cell = row[key] ?? null
          return cell === null ? '' : formatAnswer({ kind: kind === 'text' ? 'text' : kind, unit: null }, cell)
        })
        .join(' | '),
    )
    .join('\n')
}

type Values = ReadonlyMap<string, AnswerValue>

function valuesOf(outline: Outline, answers: Answers): Values {
  const given = outlineItems(outline).flatMap(({ item }) => {
    const value = answers[item.key]
    return isAnswered(value) ? [[item.key, value] as const] : []
  })
  return new Map([...evaluateOutline(outline, answers).values, ...given])
}
