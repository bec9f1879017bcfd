import type { Verification } from '../fieldwork/figures.ts'
import { roundTo } from '../formats/numbers.ts'
import { compileOutline } from '../outlines/compile.ts'
import { evaluateOutline } from '../outlines/evaluate.ts'
import type { ExpressionProblem } from '../outlines/expression.ts'
import {
  type Answers,
  celName,
  ItemKey,
  isFigure,
  itemName,
  type Outline,
  outlineFor,
  outlineItems,
  type UnitKind,
} from '../outlines/outline.ts'
import { readExpression } from '../outlines/try-out.ts'
import type { ScoredFigure } from './scored-figure.ts'

/**
 * The figures that points are worked out from: what the team verified where it did, else what was reported; a computed figure
 * that was not verified itself is worked out anew where a figure under it was. Basis: QĐ 2251/QĐ-UBND, mục I.2, III.3.1.
 */

/** Computed figures count as the report shows them. */
const shownDecimals = 2

/** Every figure of this unit that has a value, by item key. */
export function figuresToScore(
  whole: Outline,
  unitKind: UnitKind,
  answers: Answers,
  verifications: ReadonlyMap<string, Pick<Verification, 'verified' | 'reason' | 'verifiedBy'>>,
): Map<string, ScoredFigure> {
  const outline = outlineFor(whole, unitKind)
  const verified = (key: string) => verifications.get(key)?.verified ?? null
  const items = outlineItems(outline).filter(({ item }) => isFigure(item))
  const found = Object.fromEntries(
    items.map(({ item }) => [item.key, verified(item.key)]).filter(([, value]) => value !== null),
  )
  const asReported = evaluateOutline(outline, answers).values
  const asFound = evaluateOutline(outline, { ...answers, ...found }).values
  const inputs = new Map(
    compileOutline(outline).formulas.map(({ item, expression }) => [item.key, expression.itemKeys]),
  )
  const restsOnVerified = (key: string): boolean =>
    (inputs.get(key) ?? []).some((input) => verified(input) !== null || restsOnVerified(input))
  const shown = (value: unknown, computed: boolean) =>
    typeof value !== 'number' ? null : computed ? roundTo(value, shownDecimals) : value
  return new Map(
    items.flatMap(({ item }): [string, ScoredFigure][] => {
      const computed = item.formula !== null
      const own = verified(item.key)
      const value = own ?? shown(asFound.get(item.key), computed)
      if (value === null) return []
      const { key: itemKey, kind, unit } = item
      const said = own === null ? undefined : verifications.get(itemKey)
      return [
        [
          itemKey,
          {
            itemKey,
            label: itemName(item),
            kind: kind as ScoredFigure['kind'],
            unit,
            value,
            origin: own !== null ? 'verified' : restsOnVerified(itemKey) ? 'reworked' : 'reported',
            reported: shown(asReported.get(itemKey), computed),
            verified: own,
            verifiedReason: said?.reason ?? '',
            verifiedBy: said?.verifiedBy ?? null,
          },
        ],
      ]
    }),
  )
}

/** A criterion's figure as CEL: the key of one item stands for itself. */
export function figureExpression(source: string): string {
  return ItemKey.safeParse(source).success ? celName(source) : source
}

/** What is wrong with a criterion's figure under this outline, or null. */
export function figureProblem(outline: Outline, source: string): ExpressionProblem | null {
  const read = readExpression(outline, figureExpression(source), 'formula')
  return 'problem' in read ? read : null
}

/** What an expression says over a unit's figures, and which it needed; null where one of them is missing. */
export function figureOf(
  outline: Outline,
  source: string,
  figures: ReadonlyMap<string, ScoredFigure>,
): { value: number | null; used: ScoredFigure[]; missing: string[] } {
  const read = readExpression(outline, figureExpression(source), 'formula')
  if ('problem' in read) return { value: null, used: [], missing: [] }
  const used = read.itemKeys.flatMap((key) => figures.get(key) ?? [])
  const missing = read.itemKeys.filter((key) => !figures.has(key))
  if (missing.length > 0) return { value: null, used, missing }
  const value = read.run(new Map(used.map((figure) => [figure.itemKey, figure.value])))
  return { value: typeof value === 'number' && Number.isFinite(value) ? value : null, used, missing }
}
