import { roundTo } from '../formats/numbers.ts'
import type { TableCell, TableColumn } from './outline.ts'

/** Whether a column is added up: counts and money are, unless the outline says otherwise; rates, dates and words are not. */
export function isTotalled(column: TableColumn): boolean {
  return (column.kind === 'number' || column.kind === 'money') && column.total !== false
}

/**
 * The totals of a table's columns by key, as screens and papers show them under the rows; null when there is nothing to
 * add up, which is so for fewer than two rows. A column without any figure has none.
 */
export function tableTotals(
  columns: readonly TableColumn[],
  rows: readonly Readonly<Record<string, TableCell>>[],
): ReadonlyMap<string, number> | null {
  if (rows.length < 2) return null
  const totals = new Map<string, number>()
  for (const column of columns.filter(isTotalled)) {
    const figures = rows.map((row) => row[column.key]).filter((cell) => typeof cell === 'number')
    // The sum has no more digits than the figures it is made of.
    if (figures.length > 0)
      totals.set(
        column.key,
        roundTo(
          figures.reduce((sum, figure) => sum + figure, 0),
          Math.max(...figures.map(decimals)),
        ),
      )
  }
  return totals.size === 0 ? null : totals
}

function decimals(figure: number): number {
  const [digits = '', exponent = '0'] = String(figure).split('e')
  return Math.min(20, Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent)))
}
