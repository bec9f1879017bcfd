import type { TracedFigure } from '@cchc/domain/synthesis/contract.ts'
import { methodInWords } from '@cchc/domain/synthesis/report-of-view.ts'

/** A figure as a sheet of a Vietnamese machine reads it: a comma before the fraction, no dots. */
function sheetNumber(value: number): string {
  return String(Math.round(value * 1e6) / 1e6).replace('.', ',')
}

/**
 * Figures as the lines of a sheet, one a figure and one column a unit, in the units' own measure. A unit without the
 * figure has an empty cell; a figure that the team verified is marked in the column after the last unit.
 */
export function figuresByUnit(figures: readonly TracedFigure[]): string[][] {
  const units = [...new Map(figures.flatMap(({ sources }) => sources).map((one) => [one.inspectionId, one.unitName]))]
  const head = ['Mục', 'Chỉ tiêu', 'Đơn vị tính', 'Tổng hợp', 'Cách tổng hợp']
  return [
    [...head, ...units.map(([, name]) => name), 'Đoàn đã xác minh tại'],
    ...figures.map((figure) => {
      const { sectionTitle, label, unit, kind, value, sources } = figure
      const valueAt = new Map(sources.map((source) => [source.inspectionId, source.value]))
      const verified = sources.filter(({ basis }) => basis === 'verified').map(({ unitName }) => unitName)
      return [
        sectionTitle,
        label,
        unit ?? (kind === 'percent' ? '%' : ''),
        value === null ? '' : sheetNumber(value),
        methodInWords(figure),
        ...units.map(([id]) => (valueAt.has(id) ? sheetNumber(valueAt.get(id)!) : '')),
        verified.join(', '),
      ]
    }),
  ]
}
