import { compileOutline } from '../outlines/compile.ts'
import { evaluateOutline } from '../outlines/evaluate.ts'
import {
  appliesToUnit,
  isFigure,
  itemName,
  type Outline,
  type OutlineItem,
  outlineItems,
  type UnitKind,
} from '../outlines/outline.ts'
import type { Source, TracedFigure } from './contract.ts'

/** A figure as one unit gave it or the team found it, with the revision it was read at. */
export interface Figure {
  readonly value: number
  readonly revision: number
}

/** One unit's figures by item key. */
export interface UnitFigures {
  readonly inspectionId: string
  readonly unitName: string
  readonly unitKind: UnitKind
  /** Whether the unit's report is in; only then can it lack a figure. */
  readonly hasReport: boolean
  readonly reported: ReadonlyMap<string, Figure>
  readonly verified: ReadonlyMap<string, Figure>
}

type Cell = Pick<Source, 'value' | 'basis' | 'revision'>

/**
 * Every figure of the outline across units, each with the cells it came from. Numbers and amounts are added up; a rate
 * with a formula is computed again from the totals of the units that have it, any other percentage is their plain mean.
 * The team's verified figure stands for the reported one; a computed figure is computed from whichever stand, so a rate
 * that was itself verified shows in its source but does not bend the total. Basis: QĐ 2251/QĐ-UBND, mục IV.1.
 */
export function traceFigures(outline: Outline, units: readonly UnitFigures[]): TracedFigure[] {
  const cellsOfUnit = new Map(units.map((unit) => [unit, cellsOf(outline, unit)]))
  return outlineItems(outline)
    .filter(({ item }) => isFigure(item))
    .map(({ section, item }) => {
      const having = units.filter((unit) => cellsOfUnit.get(unit)!.has(item.key))
      const sources = having.map((unit) => ({
        inspectionId: unit.inspectionId,
        unitName: unit.unitName,
        itemKey: item.key,
        ...cellsOfUnit.get(unit)!.get(item.key)!,
      }))
      const method = methodOf(item)
      return {
        itemKey: item.key,
        label: itemName(item),
        sectionTitle: section.title,
        fieldKey: item.fieldKey,
        kind: item.kind as TracedFigure['kind'],
        unit: item.unit,
        method,
        value:
          sources.length === 0
            ? null
            : method === 'recomputed'
              ? recomputed(
                  outline,
                  item.key,
                  having.map((unit) => cellsOfUnit.get(unit)!),
                )
              : combine(method, sources),
        sources,
        missing: units
          .filter((unit) => unit.hasReport && !having.includes(unit) && appliesToUnit(item, unit.unitKind))
          .map(({ unitName }) => unitName),
      }
    })
}

function methodOf(item: OutlineItem): TracedFigure['method'] {
  if (item.kind !== 'percent') return 'sum'
  return item.formula === null ? 'mean' : 'recomputed'
}

function combine(method: 'sum' | 'mean', cells: readonly Cell[]): number {
  const sum = cells.reduce((total, { value }) => total + value, 0)
  return method === 'sum' ? sum : sum / cells.length
}

/** A rate from the totals of its inputs over the units that have the rate, so that no unit counts above the line alone. */
function recomputed(outline: Outline, key: string, units: readonly ReadonlyMap<string, Cell>[]): number | null {
  const totals = typedFigures(outline).flatMap((item) => {
    const cells = units.flatMap((cells) => cells.get(item.key) ?? [])
    return cells.length === 0 ? [] : [[item.key, combine(item.kind === 'percent' ? 'mean' : 'sum', cells)] as const]
  })
  const value = evaluateOutline(outline, Object.fromEntries(totals)).values.get(key)
  return typeof value === 'number' ? value : null
}

function typedFigures(outline: Outline): OutlineItem[] {
  return outlineItems(outline)
    .map(({ item }) => item)
    .filter((item) => isFigure(item) && item.formula === null)
}

/** What one unit brings to each figure: typed ones as they stand, then the computed ones in the order they need each other. */
function cellsOf(outline: Outline, { reported, verified, unitKind }: UnitFigures): Map<string, Cell> {
  const cells = new Map<string, Cell>()
  for (const item of typedFigures(outline)) {
    const cell = standing(reported.get(item.key), verified.get(item.key))
    if (cell && appliesToUnit(item, unitKind)) cells.set(item.key, cell)
  }
  const { values } = evaluateOutline(outline, Object.fromEntries([...cells].map(([key, { value }]) => [key, value])))
  for (const { item, expression } of compileOutline(outline).formulas) {
    const value = values.get(item.key)
    if (!isFigure(item) || typeof value !== 'number' || !appliesToUnit(item, unitKind)) continue
    const inputs = expression.itemKeys.flatMap((key) => cells.get(key) ?? [])
    const computed: Cell = {
      value,
      basis: inputs.some(({ basis }) => basis === 'verified') ? 'verified' : 'reported',
      revision: Math.max(0, ...inputs.map(({ revision }) => revision)),
    }
    const own = verified.get(item.key)
    cells.set(item.key, own ? { ...own, basis: 'verified' } : computed)
  }
  return cells
}

function standing(reported: Figure | undefined, verified: Figure | undefined): Cell | undefined {
  if (verified) return { ...verified, basis: 'verified' }
  return reported && { ...reported, basis: 'reported' }
}
