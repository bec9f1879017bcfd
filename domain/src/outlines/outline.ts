import { z } from 'zod'
import { FieldKey } from './fields.ts'
import { RichText } from './rich-text.ts'

/**
 * The outline of a self-report as data: parts, sections, items, and the checks between their figures.
 * Basis: QĐ 2251/QĐ-UBND, mục IV.3 and Phụ lục I.
 */

/**
 * The key of an item, stable over versions and years: `admin-procedures.on-time-rate`.
 * Kebab-case words, at least two of them joined by dots; never two separators in a row, which keeps `celName` one-to-one.
 */
export const ItemKey = z
  .string()
  .max(100)
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/,
    'Mã chỉ mục gồm chữ thường không dấu và số, nối bằng gạch ngang, chia nhóm bằng dấu chấm, ví dụ admin-procedures.received.',
  )

const Key = z
  .string()
  .max(120)
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'Mã gồm chữ thường không dấu và số, nối bằng gạch ngang hoặc dấu chấm.')
const Words = z.string().trim().min(1, 'không được để trống').max(2_000)

/** A `heading` is a printed line without an answer; all the others are kinds of answer. */
export const itemKinds = ['heading', 'text', 'number', 'percent', 'money', 'date', 'choice', 'table'] as const
export const ItemKind = z.enum(itemKinds)
export type ItemKind = z.infer<typeof ItemKind>

/** What the screen calls each kind. */
export const itemKindNames: Record<ItemKind, string> = {
  heading: 'dòng tiêu đề',
  text: 'đoạn văn',
  number: 'số đếm',
  percent: 'tỷ lệ phần trăm',
  money: 'số tiền',
  date: 'ngày',
  choice: 'lựa chọn',
  table: 'bảng',
}

/** Kinds whose answers are figures: formulas compute with them, syntheses add them up. */
const figureKinds: readonly ItemKind[] = ['number', 'percent', 'money']

export const TableColumn = z.object({
  key: Key,
  label: Words,
  kind: z.enum(['text', 'number', 'percent', 'money', 'date']),
  /** Whether the column is added up; absent, counts and money are. */
  total: z.boolean().optional(),
})
export type TableColumn = z.infer<typeof TableColumn>

/** A floor that the decision names; a figure below it is shown as below target and never blocks. */
export const Threshold = z.object({ minimum: z.number(), clause: Words })

/**
 * When a figure is so far from an earlier one that it is asked about: more than so many times it, or less than one such part
 * of it, and by more than `over` in the item's unit; or, of percentages, by more than so many points.
 */
export const JumpRule = z.union([
  z.object({ times: z.number().gt(1), over: z.number().min(0) }),
  z.object({ points: z.number().positive() }),
])
export type JumpRule = z.infer<typeof JumpRule>

export const OutlineItem = z.object({
  key: ItemKey,
  /** The official wording, without dot leaders and without the unit. */
  label: Words,
  /** The name in tables and messages, where the official wording is long or does not stand alone. */
  shortLabel: Words.nullish(),
  kind: ItemKind,
  /** What a figure counts or is measured in ("hồ sơ", "%", "đồng"), as printed after it. */
  unit: z.string().max(40).nullable(),
  /** Depth in the printed outline: 0 for "-" or "a)", deeper for "+". */
  level: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  /** The mark before the line as printed: "-", "+", "a)", or empty. */
  marker: z.string().max(8),
  appliesTo: z.array(z.enum(['department', 'commune'])).min(1),
  /** Only for departments that advise the city on a field of reform. Basis: QĐ 2251/QĐ-UBND, mục II.1. */
  advisoryOnly: z.boolean(),
  fieldKey: FieldKey,
  /** CEL over other items' `celName`s; an item with a formula is computed and never typed. */
  formula: z.string().max(500).nullable(),
  threshold: Threshold.nullable(),
  choices: z.array(Words).min(2).nullable(),
  columns: z.array(TableColumn).min(1).nullable(),
  required: z.boolean(),
  guidance: z.string().max(2_000).nullable(),
  /** Its own rule for jumps; absent, that of its kind (`jumps.ts`). */
  jump: JumpRule.nullish(),
  /** Not a line of the decision: a figure split from a line that holds several, or the answer box of an extra duty. */
  added: z.boolean().default(false),
  /** The item whose question this one took over in part; its figures of earlier years stay under that key. */
  splitFrom: ItemKey.nullish(),
})
export type OutlineItem = z.infer<typeof OutlineItem>

export const OutlineCheck = z.object({
  key: Key,
  level: z.enum(['error', 'warning']),
  /** CEL, true when the figures agree; skipped while any item it names has no value. */
  expression: z.string().min(1).max(1_000),
  /** Vietnamese: what is wrong, where, how to mend it; `{item.key}` stands for that item's value as the screen writes it. */
  message: Words,
  itemKeys: z.array(ItemKey).min(1),
  /** The place in the decision or its annex that the check follows from. */
  clause: Words,
})
export type OutlineCheck = z.infer<typeof OutlineCheck>

export const OutlineSection = z.object({
  key: Key,
  /** As printed, without its dot: "2"; empty for a section that the paper does not number. */
  number: z.string().max(10),
  title: Words,
  fieldKey: FieldKey,
  items: z.array(OutlineItem),
})
export type OutlineSection = z.infer<typeof OutlineSection>

export const OutlinePart = z.object({
  key: Key,
  number: z.string().max(10),
  title: Words,
  sections: z.array(OutlineSection),
})
export type OutlinePart = z.infer<typeof OutlinePart>

/**
 * Lines that are no longer asked, with where they stood. They stay with the outline over all later versions, so that they can
 * be asked again under their own key and no key ever comes back as something else.
 */
export const RetiredLines = z.object({
  items: z.array(
    z.object({
      item: OutlineItem,
      sectionKey: Key,
      /** The item before it; null at the head of its section. */
      after: ItemKey.nullable(),
      /** Gone with its whole section, and back with it. */
      withSection: z.boolean(),
    }),
  ),
  sections: z.array(z.object({ section: OutlineSection.omit({ items: true }), partKey: Key })),
  parts: z.array(OutlinePart.omit({ sections: true })),
  checkKeys: z.array(Key),
})
export type RetiredLines = z.infer<typeof RetiredLines>

const nothingRetired: RetiredLines = { items: [], sections: [], parts: [], checkKeys: [] }

export const Outline = z.object({
  title: Words,
  note: z.string().max(2_000),
  parts: z.array(OutlinePart).min(1),
  checks: z.array(OutlineCheck),
  /** Slips of the source mended in the wording here, each as found and as written. */
  corrections: z.array(z.object({ from: Words, to: Words })).default([]),
  retired: RetiredLines.default(nothingRetired),
})
export type Outline = z.infer<typeof Outline>

/** One cell of a table's answer. */
export const TableCell = z.union([z.string().max(2_000), z.number(), z.null()])
export type TableCell = z.infer<typeof TableCell>

/**
 * The answer to one item: text as a string or, formatted, as `RichText`; choice and date ('YYYY-MM-DD') as a string; number, percent (percent points, 95.5 for 95,5%)
 * and money (in the item's unit) as a number; a table as rows keyed by column. `answerShape` says which of them an item takes.
 */
export const AnswerValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.array(z.record(Key, TableCell)).max(500),
  RichText,
])
export type AnswerValue = z.infer<typeof AnswerValue>

/** Answers by item key; an item without an answer is absent or null. */
export type Answers = Readonly<Record<string, AnswerValue | null | undefined>>

/** Which items a unit answers: every department and commune its own, an advisory department its extra section too. */
export const UnitKind = z.enum(['department', 'advisory-department', 'commune'])
export type UnitKind = z.infer<typeof UnitKind>

/** The kind of a catalogue unit; wards and special zones count as communes. `advisory`: a department that advises on some field. */
export function unitKindOf(type: string, advisory: boolean): UnitKind {
  if (type !== 'department') return 'commune'
  return advisory ? 'advisory-department' : 'department'
}

/** What tables and messages call an item. */
export function itemName(item: OutlineItem): string {
  return item.shortLabel ?? item.label
}

/** Whether the paper prints "Trong đó:" after the item at `index`: a figure with its parts on the lines below. */
export function hasPrintedParts(items: readonly OutlineItem[], index: number): boolean {
  const [item, next] = [items[index], items[index + 1]]
  return item !== undefined && isFigure(item) && next !== undefined && !next.added && next.level > item.level
}

export function appliesToUnit(item: OutlineItem, unitKind: UnitKind): boolean {
  if (item.advisoryOnly) return unitKind === 'advisory-department'
  return item.appliesTo.includes(unitKind === 'commune' ? 'commune' : 'department')
}

/** Whether the item's value is a figure: a number, a percentage or an amount of money. */
export function isFigure(item: OutlineItem): boolean {
  return figureKinds.includes(item.kind)
}

/** Whether a person types the answer: neither a heading nor computed. */
export function isTyped(item: OutlineItem): boolean {
  return item.kind !== 'heading' && item.formula === null
}

/** Whether the section only repeats its part's title, because the paper does not divide the part; screens and papers then print it once. */
export function repeatsPartTitle(part: OutlinePart, section: OutlineSection): boolean {
  return section.number === '' && section.title === part.title
}

/** Where a section stands as papers cite it: "I.2", or "V" when it is not numbered. */
export function sectionReference(part: OutlinePart, section: OutlineSection): string {
  return section.number === '' ? part.number : `${part.number}.${section.number}`
}

/** Every item with its place, in printed order. */
export function outlineItems(outline: Outline): { part: OutlinePart; section: OutlineSection; item: OutlineItem }[] {
  return outline.parts.flatMap((part) =>
    part.sections.flatMap((section) => section.items.map((item) => ({ part, section, item }))),
  )
}

/** The item of a key, or undefined. */
export function findItem(outline: Outline, key: string): OutlineItem | undefined {
  return outlineItems(outline).find(({ item }) => item.key === key)?.item
}

/** The outline as one unit sees it: without the items that do not apply, the checks on them, and sections and parts with no question left. */
export function outlineFor(outline: Outline, unitKind: UnitKind): Outline {
  const parts = outline.parts.map((part) => ({
    ...part,
    sections: part.sections
      .map((section) => ({ ...section, items: section.items.filter((item) => appliesToUnit(item, unitKind)) }))
      .filter((section) => section.items.some((item) => item.kind !== 'heading')),
  }))
  const kept = new Set(
    parts.flatMap((part) => part.sections.flatMap((section) => section.items.map((item) => item.key))),
  )
  const checks = outline.checks.filter((check) => check.itemKeys.every((key) => kept.has(key)))
  return { ...outline, parts: parts.filter((part) => part.sections.length > 0), checks, retired: nothingRetired }
}

/**
 * The name of an item in CEL, whose identifiers hold neither dots nor hyphens: '-' becomes '_' and '.' becomes '__'.
 * One-to-one on item keys, and never a reserved word, because every key has a dot.
 */
export function celName(key: string): string {
  return key.replaceAll('.', '__').replaceAll('-', '_')
}

/** The inverse of `celName`. */
export function itemKeyOf(name: string): string {
  return name.replaceAll('__', '.').replaceAll('_', '-')
}
