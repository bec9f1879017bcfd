import { compileExpression, type Expression, type ExpressionProblem, environmentOf } from './expression.ts'
import {
  itemName,
  type Outline,
  type OutlineCheck,
  type OutlineItem,
  type OutlinePart,
  type OutlineSection,
  outlineItems,
} from './outline.ts'

export interface Place {
  readonly part: OutlinePart
  readonly section: OutlineSection
  readonly item: OutlineItem
}

/** Something that keeps an outline from being used: where (a key) and a whole Vietnamese sentence. */
export interface OutlineProblem {
  readonly key: string
  readonly sentence: string
}

export interface CompiledOutline {
  /** Items by key, in printed order. */
  readonly places: ReadonlyMap<string, Place>
  /** Computed items, each after the items it is computed from; broken and circular ones are left out. */
  readonly formulas: readonly { item: OutlineItem; expression: Expression }[]
  /** Checks that compile. */
  readonly checks: readonly { check: OutlineCheck; expression: Expression }[]
  /** What is wrong with the expressions. */
  readonly problems: readonly OutlineProblem[]
}

const compiled = new WeakMap<Outline, CompiledOutline>()

/** Compiles an outline's expressions, once for each outline object; an outline is a value and is never changed in place. */
export function compileOutline(outline: Outline): CompiledOutline {
  const known = compiled.get(outline)
  if (known) return known
  const fresh = compile(outline)
  compiled.set(outline, fresh)
  return fresh
}

function compile(outline: Outline): CompiledOutline {
  const all = outlineItems(outline)
  const places = new Map(all.map((place) => [place.item.key, place]))
  const environment = environmentOf(all.map(({ item }) => item))
  const problems: OutlineProblem[] = []
  const retired = new Map(outline.retired.items.map(({ item }) => [item.key, item]))
  /** What a person can act on: a line that was retired is named by its words. */
  const wordsOf = ({ problem, unknownKey = '' }: ExpressionProblem, owner: string, source: string, mend: string) => {
    const gone = retired.get(unknownKey)
    return gone
      ? `${owner} dùng chỉ mục “${itemName(gone)}” (${gone.key}), đã ngừng hỏi. ${mend}, hoặc hỏi lại chỉ mục đó.`
      : `${owner} ${problem}. ${mend} “${source}”.`
  }

  const expressions = new Map<string, Expression>()
  for (const { item } of places.values()) {
    if (item.formula === null) continue
    const expression = compileExpression(environment, item.formula, 'formula')
    if ('problem' in expression) {
      problems.push({
        key: item.key,
        sentence: wordsOf(
          expression,
          `Công thức của chỉ mục “${item.label}” (${item.key})`,
          item.formula,
          'Sửa công thức',
        ),
      })
    } else expressions.set(item.key, expression)
  }

  const { sorted, circles } = inOrder(expressions)
  for (const circle of circles) {
    problems.push({
      key: circle[0]!,
      sentence: `Công thức tính vòng tròn: ${[...circle, circle[0]].join(' → ')}. Bỏ một công thức trong vòng này để chỉ mục đó được nhập tay.`,
    })
  }

  const checks = outline.checks.flatMap((check) => {
    const expression = compileExpression(environment, check.expression, 'check')
    if (!('problem' in expression)) return [{ check, expression }]
    problems.push({
      key: check.key,
      sentence: wordsOf(expression, `Phép kiểm tra “${check.key}”`, check.expression, 'Sửa biểu thức'),
    })
    return []
  })

  const formulas = sorted.map((key) => ({ item: places.get(key)!.item, expression: expressions.get(key)! }))
  return { places, formulas, checks, problems }
}

/** Orders formulas so that each follows those it needs; circles are reported once each, and nothing that needs them is computed. */
function inOrder(expressions: ReadonlyMap<string, Expression>): { sorted: string[]; circles: string[][] } {
  const sorted: string[] = []
  const circles: string[][] = []
  const verdicts = new Map<string, boolean>()
  const visit = (key: string, path: readonly string[]): boolean => {
    const expression = expressions.get(key)
    if (!expression) return true
    const at = path.indexOf(key)
    if (at >= 0) {
      circles.push(path.slice(at))
      return false
    }
    const known = verdicts.get(key)
    if (known !== undefined) return known
    const computable = expression.itemKeys.map((needed) => visit(needed, [...path, key])).every(Boolean)
    verdicts.set(key, computable)
    if (computable) sorted.push(key)
    return computable
  }
  for (const key of expressions.keys()) visit(key, [])
  return { sorted, circles }
}
