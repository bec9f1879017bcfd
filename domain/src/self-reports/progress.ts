import { isAnswered } from '../outlines/answer.ts'
import type { Place } from '../outlines/compile.ts'
import type { CheckResult } from '../outlines/evaluate.ts'
import {
  type Answers,
  appliesToUnit,
  isFigure,
  isTyped,
  itemName,
  type Outline,
  type OutlineItem,
  outlineItems,
  sectionReference,
  type UnitKind,
} from '../outlines/outline.ts'

import { type Beside, checkReport, type ItemRemark, nothingBeside } from './beside.ts'

/** How far one section is: questions answered, of those that this unit is asked. Headings and computed items are no questions. */
export interface SectionProgress {
  readonly partKey: string
  readonly sectionKey: string
  readonly answered: number
  readonly toAnswer: number
}

/** One of the things still to look at before a report is sent. */
export interface OutstandingPoint {
  readonly kind: CheckResult['level'] | 'remark' | 'unanswered'
  /** The check's key; the item's when it is unanswered; the remark's. */
  readonly key: string
  readonly itemKeys: readonly string[]
  /** Vietnamese: what, where, which rule, how to mend it. */
  readonly sentence: string
  readonly clause: string
  /** Whether the report cannot be sent while this stands. */
  readonly blocks: boolean
}

/** What is most urgent stands first in the list. */
const order: readonly OutstandingPoint['kind'][] = ['error', 'remark', 'warning', 'below-target', 'unanswered']

/** Progress of every section that asks this unit anything, in printed order. */
export function sectionProgress(outline: Outline, answers: Answers, unitKind: UnitKind): SectionProgress[] {
  return outline.parts.flatMap((part) =>
    part.sections.flatMap((section) => {
      const questions = section.items.filter((item) => isAsked(item, unitKind))
      if (questions.length === 0) return []
      const answered = questions.filter((item) => isAnswered(answers[item.key])).length
      return [{ partKey: part.key, sectionKey: section.key, answered, toAnswer: questions.length }]
    }),
  )
}

/** How many of this unit's questions there are and how many have an answer, where only the keys of those that have one are known. */
export function countAsked(
  outline: Outline,
  unitKind: UnitKind,
  answeredKeys: ReadonlySet<string>,
): { answered: number; asked: number } {
  const asked = outlineItems(outline).filter(({ item }) => isAsked(item, unitKind))
  return { answered: asked.filter(({ item }) => answeredKeys.has(item.key)).length, asked: asked.length }
}

/**
 * Everything still to look at, as one list: errors, the office's remarks that nothing was done on, warnings (jumps from
 * earlier figures too) and figures below target that nobody has explained yet (`explanations` by check key), and required
 * items without an answer. Errors, open remarks, unexplained warnings and unanswered required items block sending; a figure
 * below target never does. Browser and server both ask this, with the same `beside`. `checked`: what the checks say to
 * this unit's own outline, where that is known already.
 */
export function outstanding(
  outline: Outline,
  answers: Answers,
  explanations: Readonly<Record<string, string>>,
  unitKind: UnitKind,
  { earlier, remarks }: Beside = nothingBeside,
  checked?: readonly CheckResult[],
): OutstandingPoint[] {
  const places = outlineItems(outline).filter(({ item }) => appliesToUnit(item, unitKind))
  const own = Object.fromEntries(places.map(({ item }) => [item.key, answers[item.key]]))
  const results = (checked ?? checkReport(outline, own, earlier).results).filter(
    ({ level, checkKey }) => level === 'error' || (explanations[checkKey] ?? '').trim() === '',
  )
  const points: OutstandingPoint[] = [
    ...results.map(({ checkKey, level, ...rest }) => ({
      kind: level,
      key: checkKey,
      ...rest,
      blocks: level !== 'below-target',
    })),
    ...places.flatMap((place) =>
      remarks.filter((remark) => isOpen(remark, place.item)).map((remark) => asked(remark, place)),
    ),
    ...places
      .filter(({ item }) => item.required && isAsked(item, unitKind) && !isAnswered(answers[item.key]))
      .map(({ part, section, item }): OutstandingPoint => {
        const clause = `Đề cương mục ${sectionReference(part, section)}`
        const sentence = `${clause}: chưa có câu trả lời cho “${itemName(item)}”. ${howToAnswer(item)}`
        return { kind: 'unanswered', key: item.key, itemKeys: [item.key], sentence, clause, blocks: true }
      }),
  ]
  return points.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

function isOpen({ itemKey, doneAt }: ItemRemark, item: OutlineItem): boolean {
  return itemKey === item.key && doneAt === null
}

function asked({ itemRemarkId, text }: ItemRemark, { part, section, item }: Place): OutstandingPoint {
  const clause = `Đề cương mục ${sectionReference(part, section)}`
  const end = /[.!?…]$/u.test(text) ? '' : '.'
  const sentence = `Đoàn kiểm tra đề nghị ở “${itemName(item)}” (mục ${sectionReference(part, section)}): ${text}${end} Bổ sung rồi đánh dấu “Đã bổ sung”, hoặc trả lời vì sao giữ nguyên.`
  return { kind: 'remark', key: `remark:${itemRemarkId}`, itemKeys: [item.key], sentence, clause, blocks: true }
}

/** Whether nothing in the list stands in the way of sending. */
export function maySend(points: readonly OutstandingPoint[]): boolean {
  return points.every((point) => !point.blocks)
}

function isAsked(item: OutlineItem, unitKind: UnitKind): boolean {
  return isTyped(item) && appliesToUnit(item, unitKind)
}

function howToAnswer(item: OutlineItem): string {
  if (isFigure(item)) return 'Nhập số; nếu không phát sinh thì nhập 0.'
  if (item.kind === 'date') return 'Nhập ngày theo dạng ngày/tháng/năm.'
  if (item.kind === 'choice') return 'Chọn một phương án.'
  return 'Nếu không phát sinh thì ghi “Không phát sinh”.'
}
