import { formatNumber } from '../formats/numbers.ts'
import {
  celName,
  findItem,
  itemKeyOf,
  itemName,
  type Outline,
  type OutlineCheck,
  outlineItems,
  sectionReference,
} from './outline.ts'

/**
 * The checks and formulas that outlines are nearly always made of, so that nobody has to write an expression for them: from a
 * recipe come the expression and the Vietnamese sentence, and back from the expression the recipe.
 */
export type CheckRecipe =
  | { kind: 'parts-equal' | 'parts-within'; parts: readonly string[]; total: string }
  | { kind: 'at-most'; less: string; more: string }
  | { kind: 'rate'; stated: string; part: string; whole: string }
  | { kind: 'at-least'; item: string; minimum: number }

export type FormulaRecipe =
  | { kind: 'rate'; part: string; whole: string }
  | { kind: 'sum'; parts: readonly string[] }
  | { kind: 'difference'; from: string; less: string }

export const checkRecipeNames: Record<CheckRecipe['kind'], string> = {
  'parts-equal': 'Các phần cộng lại bằng tổng số',
  'parts-within': 'Các phần cộng lại không vượt tổng số',
  'at-most': 'Số này không lớn hơn số kia',
  rate: 'Tỷ lệ đã ghi khớp với số liệu',
  'at-least': 'Không thấp hơn một mức',
}
export const formulaRecipeNames: Record<FormulaRecipe['kind'], string> = {
  rate: 'Tỷ lệ phần trăm: số này chia số kia',
  sum: 'Cộng các số',
  difference: 'Số này trừ số kia',
}

/** How far a stated rate may be from the computed one, in percent points. Basis: the outline of QĐ 2251/QĐ-UBND writes two decimals. */
const rateTolerance = 0.05
/** Amounts with decimals are one where they differ by less than this. */
const sumTolerance = 0.005

/** All that a recipe says of a check; the key is the caller's. */
export function buildCheck(outline: Outline, recipe: CheckRecipe): Omit<OutlineCheck, 'key'> {
  const itemKeys = keysOfRecipe(recipe)
  const name = (key: string) => {
    const item = findItem(outline, key)
    return `“${item ? itemName(item) : key}” ({${key}})`
  }
  const clause = referenceOf(outline, itemKeys[0] ?? '')
  const says = { itemKeys, clause, expression: expressionOf(outline, recipe) }
  switch (recipe.kind) {
    case 'parts-equal':
    case 'parts-within': {
      const parts = recipe.parts.map(name).join(' cộng ')
      const [wrong, rule] =
        recipe.kind === 'parts-equal'
          ? ['không bằng', 'các phần cộng lại phải bằng tổng số']
          : ['lớn hơn', 'các số này là phần của tổng số']
      return {
        ...says,
        level: 'error',
        message: `${parts} ${wrong} ${name(recipe.total)}. ${clause}: ${rule}. Sửa lại một trong các số này.`,
      }
    }
    case 'at-most':
      return {
        ...says,
        level: 'error',
        message: `${name(recipe.less)} lớn hơn ${name(recipe.more)}. ${clause}: số trước không thể vượt số sau. Sửa một trong hai số này.`,
      }
    case 'rate':
      return {
        ...says,
        level: 'warning',
        message: `${name(recipe.stated)} không khớp với ${name(recipe.part)} chia ${name(recipe.whole)} (${clause}; cho phép lệch ${formatNumber(rateTolerance)} điểm phần trăm). Sửa tỷ lệ hoặc số liệu; nếu cách tính khác, hãy giải trình.`,
      }
    case 'at-least':
      return {
        ...says,
        level: 'warning',
        message: `${name(recipe.item)} thấp hơn ${formatNumber(recipe.minimum)}. ${clause}. Kiểm tra lại số này; nếu đúng, hãy giải trình.`,
      }
  }
}

function expressionOf(outline: Outline, recipe: CheckRecipe): string {
  switch (recipe.kind) {
    case 'parts-equal':
    case 'parts-within': {
      const sum = recipe.parts.map(celName).join(' + ')
      if (recipe.kind === 'parts-within') return `${sum} <= ${celName(recipe.total)}`
      const counts = keysOfRecipe(recipe).every((key) => findItem(outline, key)?.kind === 'number')
      return counts ? `${sum} == ${celName(recipe.total)}` : `near(${sum}, ${celName(recipe.total)}, ${sumTolerance})`
    }
    case 'at-most':
      return `${celName(recipe.less)} <= ${celName(recipe.more)}`
    case 'rate':
      return `rateMatches(${[recipe.stated, recipe.part, recipe.whole].map(celName).join(', ')}, ${rateTolerance})`
    case 'at-least':
      return `${celName(recipe.item)} >= ${recipe.minimum}`
  }
}

/** The items a recipe is about, the first being where its result is shown. */
export function keysOfRecipe(recipe: CheckRecipe): string[] {
  switch (recipe.kind) {
    case 'parts-equal':
    case 'parts-within':
      return [...recipe.parts, recipe.total]
    case 'at-most':
      return [recipe.less, recipe.more]
    case 'rate':
      return [recipe.stated, recipe.part, recipe.whole]
    case 'at-least':
      return [recipe.item]
  }
}

const name = String.raw`([a-z]\w*__\w+)`
const sum = String.raw`([a-z]\w*__\w+(?:\s*\+\s*[a-z]\w*__\w+)+)`
const figure = String.raw`(-?\d+(?:\.\d+)?)`
const whole = (pattern: string) => new RegExp(`^\\s*${pattern.replaceAll(' ', '\\s*')}\\s*$`)
const addends = (text: string) => text.split('+').map((each) => itemKeyOf(each.trim()))
const key = (text: string | undefined) => itemKeyOf(text ?? '')

const checkForms: readonly [RegExp, (match: readonly string[]) => CheckRecipe | null][] = [
  [
    whole(`${sum} <= ${name}`),
    ([, parts, total]) => ({ kind: 'parts-within', parts: addends(parts!), total: key(total) }),
  ],
  [
    whole(`${sum} == ${name}`),
    ([, parts, total]) => ({ kind: 'parts-equal', parts: addends(parts!), total: key(total) }),
  ],
  [
    whole(String.raw`near\( ${sum} , ${name} , ${figure} \)`),
    ([, parts, total, by]) =>
      Number(by) === sumTolerance ? { kind: 'parts-equal', parts: addends(parts!), total: key(total) } : null,
  ],
  [whole(`${name} <= ${name}`), ([, less, more]) => ({ kind: 'at-most', less: key(less), more: key(more) })],
  [
    whole(String.raw`rateMatches\( ${name} , ${name} , ${name} , ${figure} \)`),
    ([, stated, part, of, by]) =>
      Number(by) === rateTolerance ? { kind: 'rate', stated: key(stated), part: key(part), whole: key(of) } : null,
  ],
  [
    whole(`${name} >= ${figure}`),
    ([, item, minimum]) => ({ kind: 'at-least', item: key(item), minimum: Number(minimum) }),
  ],
]

const formulaForms: readonly [RegExp, (match: readonly string[]) => FormulaRecipe][] = [
  [
    whole(String.raw`rate\( ${name} , ${name} \)`),
    ([, part, of]) => ({ kind: 'rate', part: key(part), whole: key(of) }),
  ],
  [whole(sum), ([, parts]) => ({ kind: 'sum', parts: addends(parts!) })],
  [whole(`${name} - ${name}`), ([, from, less]) => ({ kind: 'difference', from: key(from), less: key(less) })],
]

function firstOf<R>(forms: readonly [RegExp, (match: readonly string[]) => R | null][], expression: string): R | null {
  for (const [form, recipe] of forms) {
    const match = form.exec(expression)
    if (match) return recipe(match)
  }
  return null
}

/** The recipe that an expression follows, or null where it was written by hand. */
export const checkRecipeOf = (expression: string): CheckRecipe | null => firstOf(checkForms, expression)
export const formulaRecipeOf = (formula: string): FormulaRecipe | null => firstOf(formulaForms, formula)

export function buildFormula(recipe: FormulaRecipe): string {
  switch (recipe.kind) {
    case 'rate':
      return `rate(${celName(recipe.part)}, ${celName(recipe.whole)})`
    case 'sum':
      return recipe.parts.map(celName).join(' + ')
    case 'difference':
      return `${celName(recipe.from)} - ${celName(recipe.less)}`
  }
}

/** Where an item stands, as clauses cite it. */
export function referenceOf(outline: Outline, itemKey: string): string {
  const place = outlineItems(outline).find(({ item }) => item.key === itemKey)
  return place ? `Đề cương mục ${sectionReference(place.part, place.section)}` : 'Đề cương'
}
