import { roundTo } from '../formats/numbers.ts'
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
import { statedRates } from '../outlines/stated-rates.ts'
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
type Cells = ReadonlyMap<string, Cell>

/**
 * Every figure of the outline across units, each with the cells it came from. Numbers and amounts are added up; a rate
 * that the outline computes, or holds against its part and whole, is computed again from the totals of the units that
 * have it; any other percentage is their plain mean. The team's verified figure stands for the reported one; a computed
 * figure is computed from whichever stand, so a rate that was itself verified shows in its source but does not bend the
 * total. Basis: QĐ 2251/QĐ-UBND, mục IV.1.
 */
export function traceFigures(outline: Outline, units: readonly UnitFigures[]): TracedFigure[] {
  const cellsOfUnit = new Map(units.map((unit) => [unit, cellsOf(outline, unit)]))
  const inputs = inputsOfRates(outline)
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
      const hasNothingToRate = (unit: UnitFigures) =>
        inputs.get(item.key)?.every((key) => cellsOfUnit.get(unit)!.get(key)?.value === 0) ?? false
      const total = totalOf(
        outline,
        item,
        having.map((unit) => cellsOfUnit.get(unit)!),
        inputs,
      )
      return {
        itemKey: item.key,
        label: itemName(item),
        sectionTitle: section.title,
        fieldKey: item.fieldKey,
        kind: item.kind as TracedFigure['kind'],
        unit: item.unit,
        ...total,
        value: sources.length === 0 ? null : total.value,
        sources,
        missing: units
          .filter(
            (unit) =>
              unit.hasReport && !having.includes(unit) && appliesToUnit(item, unit.unitKind) && !hasNothingToRate(unit),
          )
          .map(({ unitName }) => unitName),
      }
    })
}

/** The figures that each rate is a rate of, by its key: of its formula, or of the check that holds it against them. */
function inputsOfRates(outline: Outline): Map<string, readonly string[]> {
  const computed = compileOutline(outline).formulas.filter(({ item }) => item.kind === 'percent')
  return new Map([
    ...[...statedRates(outline)].map(([key, { partKey, wholeKey }]) => [key, [partKey, wholeKey]] as const),
    ...computed.map(({ item, expression }) => [item.key, expression.itemKeys] as const),
  ])
}

/** The figure over the units that have it. */
function totalOf(
  outline: Outline,
  item: OutlineItem,
  units: readonly Cells[],
  inputs: ReadonlyMap<string, readonly string[]>,
): Pick<TracedFigure, 'value' | 'method'> {
  const own = units.map((cells) => cells.get(item.key)!)
  if (item.kind !== 'percent') return { method: 'sum', value: combine('sum', own) }
  const keys = inputs.get(item.key)
  // A unit that states a rate without its part or whole would count above the line or below it alone.
  if (keys && units.every((cells) => item.formula !== null || keys.every((key) => cells.has(key))))
    return { method: 'recomputed', value: recomputed(outline, item, units) }
  return { method: 'mean', value: combine('mean', own) }
}

function combine(method: 'sum' | 'mean', cells: readonly Cell[]): number {
  const sum = cells.reduce((total, { value }) => total + value, 0)
  return method === 'sum' ? sum : sum / cells.length
}

/** A rate from the totals of its inputs. */
function recomputed(outline: Outline, item: OutlineItem, units: readonly Cells[]): number | null {
  const total = (key: string, method: 'sum' | 'mean') => {
    const cells = units.flatMap((unit) => unit.get(key) ?? [])
    return cells.length === 0 ? null : combine(method, cells)
  }
  const stated = statedRates(outline).get(item.key)
  if (item.formula === null && stated) {
    const [part, whole] = [total(stated.partKey, 'sum'), total(stated.wholeKey, 'sum')]
    return part === null || !whole ? null : roundTo((100 * part) / whole, 2)
  }
  const totals = typedFigures(outline).map(({ key, kind }) => [key, total(key, kind === 'percent' ? 'mean' : 'sum')])
  const value = evaluateOutline(outline, Object.fromEntries(totals)).values.get(item.key)
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
