import { evaluateOutline } from './evaluate.ts'
import {
  compileExpression,
  type Expression,
  type ExpressionProblem,
  environmentOf,
  type Purpose,
} from './expression.ts'
import {
  type Answers,
  findItem,
  itemName,
  type Outline,
  type OutlineCheck,
  outlineFor,
  outlineItems,
  type UnitKind,
} from './outline.ts'

/** What a unit once reported, to try an expression on. */
export interface TriedReport {
  readonly unitKind: UnitKind
  readonly answers: Answers
}

/** What a check would say to a unit. */
export type CheckOutcome =
  | { readonly kind: 'told'; readonly sentence: string }
  | { readonly kind: 'fine' }
  /** Names of the items without a figure; the check then says nothing. */
  | { readonly kind: 'no-figure'; readonly missing: readonly string[] }
  | { readonly kind: 'not-asked' }

export type FormulaOutcome =
  | { readonly kind: 'computed'; readonly value: number; readonly reported: number | null }
  | { readonly kind: 'no-figure'; readonly missing: readonly string[] }
  | { readonly kind: 'not-asked' }

const environments = new WeakMap<Outline, ReturnType<typeof environmentOf>>()

/** Checks one expression against an outline's items as it is being written; fast enough for every key stroke. */
export function readExpression(outline: Outline, source: string, purpose: Purpose): Expression | ExpressionProblem {
  const environment = environments.get(outline) ?? environmentOf(outlineItems(outline).map(({ item }) => item))
  environments.set(outline, environment)
  return compileExpression(environment, source, purpose)
}

/** What a check, written but not yet in the outline, would have said to each report. Nothing for a check that does not compile. */
export function tryCheck(outline: Outline, check: OutlineCheck, reports: readonly TriedReport[]): CheckOutcome[] {
  const expression = readExpression(outline, check.expression, 'check')
  if ('problem' in expression) return []
  const asked = askedByKind({ ...outline, checks: [check] })
  const named = [...new Set([...check.itemKeys, ...expression.itemKeys])]
  return reports.map(({ unitKind, answers }): CheckOutcome => {
    const own = asked(unitKind)
    if (named.some((key) => !findItem(own, key))) return { kind: 'not-asked' }
    const { results, values } = evaluateOutline(own, answers)
    const told = results.find(({ checkKey }) => checkKey === check.key)
    if (told) return { kind: 'told', sentence: told.sentence }
    const missing = expression.itemKeys.filter((key) => !values.has(key))
    return missing.length > 0 ? { kind: 'no-figure', missing: namesOf(outline, missing) } : { kind: 'fine' }
  })
}

/** What a formula would have given for each report, beside what the unit wrote itself. */
export function tryFormula(
  outline: Outline,
  itemKey: string,
  formula: string,
  reports: readonly TriedReport[],
): FormulaOutcome[] {
  const expression = readExpression(outline, formula, 'formula')
  if ('problem' in expression) return []
  const asked = askedByKind(withFormula(outline, itemKey, formula))
  return reports.map(({ unitKind, answers }): FormulaOutcome => {
    const own = asked(unitKind)
    if ([itemKey, ...expression.itemKeys].some((key) => !findItem(own, key))) return { kind: 'not-asked' }
    const { values } = evaluateOutline(own, answers)
    const value = values.get(itemKey)
    const reported = answers[itemKey]
    if (typeof value === 'number')
      return { kind: 'computed', value, reported: typeof reported === 'number' ? reported : null }
    return {
      kind: 'no-figure',
      missing: namesOf(
        outline,
        expression.itemKeys.filter((key) => !values.has(key)),
      ),
    }
  })
}

/** The outline as each kind of unit sees it, made once. */
function askedByKind(outline: Outline): (kind: UnitKind) => Outline {
  const made = new Map<UnitKind, Outline>()
  return (kind) => {
    const own = made.get(kind) ?? outlineFor(outline, kind)
    made.set(kind, own)
    return own
  }
}

function withFormula(outline: Outline, itemKey: string, formula: string): Outline {
  const parts = outline.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({
      ...section,
      items: section.items.map((item) => (item.key === itemKey ? { ...item, formula } : item)),
    })),
  }))
  return { ...outline, parts, checks: [] }
}

function namesOf(outline: Outline, keys: readonly string[]): string[] {
  return keys.map((key) => {
    const item = findItem(outline, key)
    return item ? itemName(item) : key
  })
}
