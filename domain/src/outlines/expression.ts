import { type ASTNode, Environment, type TypeCheckResult } from '@marcbachmann/cel-js'
import { roundTo } from '../formats/numbers.ts'
import { celName, isFigure, itemKeyOf, type OutlineItem } from './outline.ts'

/**
 * The expressions of an outline: CEL, cut down to arithmetic, comparison, logic and the functions below, so that an
 * expression which passes its check when the outline is loaded can neither fail nor run long when it is evaluated.
 * Every number is a double; a whole number may be written without its fraction.
 */

export type Purpose = 'formula' | 'check'

export interface Expression {
  /** Keys of the items the expression names. */
  readonly itemKeys: readonly string[]
  /** Evaluates over values by item key; every named item must have one. */
  readonly run: (values: ReadonlyMap<string, number | string>) => unknown
}

/** Differences below this are binary noise of decimals such as 95.55 - 95.5. */
const noiseDecimals = 9

/**
 * What expressions may call. `rate` may lack a value (nothing out of nothing), so a check compares a stated rate with
 * `rateMatches`, which then has nothing to object to.
 */
const functions: readonly {
  name: string
  signature: string
  purposes: readonly Purpose[]
  handler: (...figures: number[]) => number | boolean
}[] = [
  {
    name: 'abs',
    signature: 'abs(double): double',
    purposes: ['formula', 'check'],
    handler: (value) => Math.abs(value!),
  },
  {
    name: 'round',
    signature: 'round(double, double): double',
    purposes: ['formula', 'check'],
    handler: (value, decimals) => roundTo(value!, decimals!),
  },
  // Percent points to two decimals: rate(part, whole).
  {
    name: 'rate',
    signature: 'rate(double, double): double',
    purposes: ['formula'],
    handler: (part, whole) => (whole === 0 ? Number.NaN : roundTo((100 * part!) / whole!, 2)),
  },
  {
    name: 'near',
    signature: 'near(double, double, double): bool',
    purposes: ['check'],
    handler: (a, b, tolerance) => roundTo(Math.abs(a! - b!), noiseDecimals) <= tolerance!,
  },
  // rateMatches(stated, part, whole, tolerance), the tolerance in percent points.
  {
    name: 'rateMatches',
    signature: 'rateMatches(double, double, double, double): bool',
    purposes: ['check'],
    handler: (stated, part, whole, tolerance) =>
      whole === 0 || roundTo(Math.abs(stated! - (100 * part!) / whole!), noiseDecimals) <= tolerance!,
  },
]

/** Operators allowed, by purpose; a check may not divide, because a division by zero has no truth value. */
const operators: Record<Purpose, ReadonlySet<string>> = {
  formula: new Set([
    'value',
    'id',
    'call',
    '+',
    '-',
    '*',
    '/',
    '-_',
    '?:',
    '<',
    '<=',
    '>',
    '>=',
    '==',
    '!=',
    '&&',
    '||',
    '!_',
  ]),
  check: new Set([
    'value',
    'id',
    'call',
    '+',
    '-',
    '*',
    '-_',
    '?:',
    '<',
    '<=',
    '>',
    '>=',
    '==',
    '!=',
    '&&',
    '||',
    '!_',
    'in',
    'list',
  ]),
}

const resultTypes: Record<Purpose, { type: string; words: string }> = {
  formula: { type: 'double', words: 'một con số' },
  check: { type: 'bool', words: 'đúng hoặc sai' },
}

/** The names and types an outline's expressions may use; headings and tables have no value to compute with. */
export function environmentOf(items: readonly OutlineItem[]): Environment {
  const environment = new Environment({ limits: { maxAstNodes: 300, maxDepth: 50 } })
  for (const { signature, handler } of functions) environment.registerFunction(signature, handler)
  for (const item of new Map(items.map((each) => [celName(each.key), each])).values()) {
    if (item.kind === 'heading' || item.kind === 'table') continue
    environment.registerVariable(celName(item.key), isFigure(item) ? 'double' : 'string')
  }
  return environment
}

export interface ExpressionProblem {
  /** The end of a Vietnamese sentence that begins with the expression's owner. */
  readonly problem: string
  /** From which letter of the expression to which it is about; null where it is about the whole. */
  readonly range: readonly [number, number] | null
  /** The key of an item that the expression names and the outline does not ask. */
  readonly unknownKey?: string
}

/** Checks and compiles one expression. */
export function compileExpression(
  environment: Environment,
  source: string,
  purpose: Purpose,
): Expression | ExpressionProblem {
  const { text, back } = withDoubles(source)
  const verdict = environment.check(text)
  if (!verdict.valid) {
    const { start, end } = verdict.error?.range ?? { start: 0, end: 0 }
    const range = end > start ? ([back(start), back(end)] as const) : null
    const near = range ? source.slice(...range) : ''
    const unknownKey = verdict.error?.code === 'unknown_variable' ? itemKeyOf(near) : undefined
    return { problem: typeProblem(verdict, near), range, unknownKey }
  }
  const wanted = resultTypes[purpose]
  if (verdict.type !== wanted.type) return { problem: `phải cho ra ${wanted.words}`, range: null }
  const program = environment.parse(text)
  const nodes = nodesOf(program.ast)
  const foreign = nodes.map((node) => foreignWord(node, purpose)).find((word) => word !== null)
  if (foreign) return { problem: `dùng “${foreign}”, là phép tính không được dùng ở đây`, range: null }
  const names = new Set(nodes.flatMap((node) => (node.op === 'id' ? [node.args] : [])))
  const itemKeys = [...names].map(itemKeyOf)
  return {
    itemKeys,
    run: (values) => program(Object.fromEntries(itemKeys.map((key) => [celName(key), values.get(key)]))),
  }
}

/**
 * CEL takes 1 for an integer, which does not mix with doubles; every whole number outside a text becomes a double. `back`
 * gives the place in the source of a place in the text.
 */
function withDoubles(source: string): { text: string; back: (place: number) => number } {
  const tokens = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_]\w*|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g
  /** Ends in the source of the numbers that grew. */
  const grown: number[] = []
  const text = source.replace(tokens, (token, at: number) => {
    if (!/^\d+$/.test(token)) return token
    grown.push(at + token.length)
    return `${token}${fraction}`
  })
  const back = (place: number) =>
    grown.reduce((there, end) => (end < there ? Math.max(end, there - fraction.length) : there), place)
  return { text, back }
}

const fraction = '.0'

function typeProblem({ error }: TypeCheckResult, near: string): string {
  switch (error?.code) {
    case 'unknown_variable':
      return `nhắc đến “${itemKeyOf(near)}”, nhưng đề cương không có chỉ mục nào như vậy (trong biểu thức, mã a.b-c viết là a__b_c; dòng tiêu đề và bảng không có giá trị để tính)`
    case 'no_such_overload':
    case 'invalid_logical_operand':
      return `ghép những giá trị khác loại ở “${near}”`
    case 'no_matching_overload':
      return `gọi hàm không có hoặc sai tham số ở “${near}”`
    default:
      return near === '' ? 'bị bỏ dở hoặc sai cú pháp' : `sai cú pháp ở “${near}”`
  }
}

function foreignWord(node: ASTNode, purpose: Purpose): string | null {
  if (!operators[purpose].has(node.op)) return node.op === 'rcall' ? node.args[0] : node.op
  if (node.op !== 'call') return null
  const known = functions.find(({ name }) => name === node.args[0])
  return known?.purposes.includes(purpose) ? null : node.args[0]
}

function nodesOf(node: ASTNode): ASTNode[] {
  return [node, ...partsOf(node.args).flatMap(nodesOf)]
}

function partsOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(partsOf)
  return typeof args === 'object' && args !== null && 'op' in args ? [args as ASTNode] : []
}
