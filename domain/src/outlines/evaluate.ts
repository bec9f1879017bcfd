import { isAnswered } from './answer.ts'
import { placeholder } from './check-outline.ts'
import { type CompiledOutline, compileOutline, type Place } from './compile.ts'
import { formatAnswer } from './format-answer.ts'
import {
  type Answers,
  type AnswerValue,
  isFigure,
  itemName,
  type Outline,
  type OutlineItem,
  sectionReference,
} from './outline.ts'
import { isRichText, plainText } from './rich-text.ts'

/** One thing the figures say against the report. `checkKey` is stable, so that an explanation can be kept under it. */
export interface CheckResult {
  readonly checkKey: string
  /** An error blocks sending, a warning wants an explanation, below-target asks for one and never blocks. */
  readonly level: 'error' | 'warning' | 'below-target'
  readonly itemKeys: readonly string[]
  /** Vietnamese: what is wrong, where, which rule, how to mend it. */
  readonly sentence: string
  readonly clause: string
}

export interface Evaluation {
  /** Typed answers of the outline's items and the computed ones; an item without a value is absent. */
  readonly values: ReadonlyMap<string, AnswerValue>
  /** In printed order of the first item each is about. */
  readonly results: readonly CheckResult[]
}

/** Rules that hold for every outline by the kind of the figure; their check keys have a colon, which an outline's own cannot. */
const figureRules: readonly {
  name: string
  broken: (kind: string, value: number) => boolean
  sentence: (where: string, value: string) => string
}[] = [
  {
    name: 'percent-range',
    broken: (kind, value) => kind === 'percent' && (value < 0 || value > 100),
    sentence: (where, value) =>
      `${where} là ${value}, nhưng tỷ lệ chỉ có thể từ 0% đến 100%. Kiểm tra dấu phẩy thập phân rồi sửa số này.`,
  },
  {
    name: 'negative',
    broken: (kind, value) => kind !== 'percent' && value < 0,
    sentence: (where, value) => `${where} là ${value}, nhưng số này không thể âm. Bỏ dấu trừ hoặc nhập lại.`,
  },
  {
    name: 'fractional-count',
    broken: (kind, value) => kind === 'number' && value >= 0 && !Number.isInteger(value),
    sentence: (where, value) =>
      `${where} là ${value}, nhưng đây là số đếm nên phải là số nguyên. Nhập lại số nguyên, không có phần thập phân.`,
  },
]

/**
 * Computes the computed items and runs every check over a report's answers. Pure and total: an expression that does not
 * compile is left out here and reported by `checkOutline`. Basis of the checks: QĐ 2251/QĐ-UBND, Phụ lục I.
 */
export function evaluateOutline(outline: Outline, answers: Answers): Evaluation {
  const compiled = compileOutline(outline)
  const values = typedValues(compiled, answers)
  const inputs = new Map<string, number | string>()
  for (const [key, value] of values)
    if (isRichText(value)) inputs.set(key, plainText(value))
    else if (!Array.isArray(value)) inputs.set(key, value)
  for (const { item, expression } of compiled.formulas) {
    if (!expression.itemKeys.every((key) => inputs.has(key))) continue
    const figure = expression.run(inputs)
    if (typeof figure !== 'number' || !Number.isFinite(figure)) continue
    values.set(item.key, figure)
    inputs.set(item.key, figure)
  }

  const declared = compiled.checks
    .filter(({ expression }) => expression.itemKeys.every((key) => inputs.has(key)) && expression.run(inputs) === false)
    .map(
      ({ check }): CheckResult => ({
        checkKey: check.key,
        level: check.level,
        itemKeys: check.itemKeys,
        sentence: fill(check.message, compiled, values),
        clause: check.clause,
      }),
    )
  const order = new Map([...compiled.places.keys()].map((key, index) => [key, index]))
  const results = [...declared, ...genericResults(compiled, values, declared)]
  results.sort((a, b) => (order.get(a.itemKeys[0]!) ?? 0) - (order.get(b.itemKeys[0]!) ?? 0))
  return { values, results }
}

/** Answers that fit their items; one left over from another version, or of another kind, counts as no answer. */
function typedValues({ places }: CompiledOutline, answers: Answers): Map<string, AnswerValue> {
  const values = new Map<string, AnswerValue>()
  for (const [key, { item }] of places) {
    const value = answers[key]
    if (value === null || value === undefined || item.formula !== null || item.kind === 'heading') continue
    if (fits(item, value) && isAnswered(value)) values.set(key, value)
  }
  return values
}

function fits(item: OutlineItem, value: AnswerValue): boolean {
  if (isFigure(item)) return typeof value === 'number'
  if (item.kind === 'table') return Array.isArray(value)
  return typeof value === 'string' || (item.kind === 'text' && isRichText(value))
}

function genericResults(
  { places, formulas }: CompiledOutline,
  values: ReadonlyMap<string, AnswerValue>,
  declared: readonly CheckResult[],
): CheckResult[] {
  const blamed = new Set(declared.flatMap((result) => result.itemKeys))
  const computedFrom = new Map(formulas.map(({ item, expression }) => [item.key, expression.itemKeys]))
  return [...places.values()].flatMap((place) => {
    const { item } = place
    const value = values.get(item.key)
    if (typeof value !== 'number') return []
    const broken = figureRules.filter((rule) => rule.broken(item.kind, value))
    // A computed figure out of range only repeats what was already said of the figures it comes from.
    const alreadySaid = computedFrom.get(item.key)?.some((key) => blamed.has(key))
    if (broken.length > 0)
      return alreadySaid
        ? []
        : broken.map((rule) =>
            generic(
              place,
              `${rule.name}:${item.key}`,
              'error',
              rule.sentence(named(place), formatAnswer(item, value)),
              reference(place),
            ),
          )
    const { threshold } = item
    if (!threshold || value >= threshold.minimum) return []
    const sentence = `${named(place)} là ${formatAnswer(item, value)}, dưới mức tối thiểu ${formatAnswer(item, threshold.minimum)} (${threshold.clause}). Vẫn gửi được; nên nêu lý do và hướng khắc phục.`
    return [generic(place, `below-target:${item.key}`, 'below-target', sentence, threshold.clause)]
  })
}

function generic(
  { item }: Place,
  checkKey: string,
  level: CheckResult['level'],
  sentence: string,
  clause: string,
): CheckResult {
  return { checkKey, level, itemKeys: [item.key], sentence, clause }
}

/** The item as sentences name it: its wording and its place in the outline. */
export function named(place: Place): string {
  return `“${itemName(place.item)}” (mục ${sectionReference(place.part, place.section)})`
}

function reference({ part, section }: Place): string {
  return `Đề cương mục ${sectionReference(part, section)}`
}

function fill(message: string, { places }: CompiledOutline, values: ReadonlyMap<string, AnswerValue>): string {
  return message.replace(placeholder, (whole, key: string) => {
    const place = places.get(key)
    return place ? formatAnswer(place.item, values.get(key)) : whole
  })
}
