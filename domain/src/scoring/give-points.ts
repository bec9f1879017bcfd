import { formatNumber, roundTo } from '../formats/numbers.ts'
import { formatPoints, pointDecimals, sumPoints } from './points.ts'
import {
  type Criterion,
  criteriaOf,
  type FigureWay,
  type Rounding,
  roundingNames,
  type ScoringSheet,
  type Way,
} from './sheet.ts'

/**
 * The points that a figure gives by a criterion's rule: never below 0, never above the maximum, also after rounding. A figure
 * that is no finite number gives none.
 */
export function pointsForFigure(way: FigureWay, maximum: number, figure: number): number | null {
  if (!Number.isFinite(figure)) return null
  return clamp(way.kind === 'bands' ? bandOf(way, figure) : onTheLine(way, maximum, figure), maximum)
}

/** Points of the last band that begins at or below the figure. */
function bandOf({ bands }: Extract<FigureWay, { kind: 'bands' }>, figure: number): number {
  return bands.findLast(({ from }) => from === null || from <= figure)?.points ?? 0
}

function onTheLine(
  { zeroAt, fullAt, rounding }: Extract<FigureWay, { kind: 'linear' }>,
  maximum: number,
  figure: number,
) {
  if (zeroAt === fullAt) return 0
  const share = Math.min(1, Math.max(0, (figure - zeroAt) / (fullAt - zeroAt)))
  return roundPoints(share * maximum, rounding)
}

/** Beyond these decimals a product of decimals is binary noise: 0.29 × 100 is 28.999999999999996. */
const noiseDecimals = 9

/** Rounds as a criterion says; up and down are judged on the decimal that a person would write. */
export function roundPoints(points: number, { decimals, direction }: Rounding): number {
  const written = roundTo(points, noiseDecimals)
  const nearest = roundTo(written, decimals)
  if (direction === 'nearest' || nearest === written) return nearest
  const step = 10 ** -decimals
  if (direction === 'down') return nearest > written ? roundTo(nearest - step, decimals) : nearest
  return nearest < written ? roundTo(nearest + step, decimals) : nearest
}

function clamp(points: number, maximum: number): number {
  return roundTo(Math.min(maximum, Math.max(0, points)), pointDecimals)
}

/** How a criterion gives points, as the screen, the workbook and the results say it. */
export function wayInWords({ way, maximum }: Pick<Criterion, 'way' | 'maximum'>): string {
  if (way.kind === 'bands')
    return way.bands.map((band, at) => `${bandInWords(way, at)}: ${formatPoints(band.points)}`).join('; ')
  if (way.kind === 'linear')
    return `0 điểm tại ${figureInWords(way.zeroAt)}; ${formatPoints(maximum)} điểm tại ${figureInWords(way.fullAt)}; ${roundingInWords(way.rounding)}`
  if (way.kind === 'choice')
    return way.choices.map(({ label, points }) => `${label}: ${formatPoints(points)}`).join('; ')
  return `Chấm từ 0 đến ${formatPoints(maximum)}, ghi lý do`
}

/** "dưới 80", "từ 80 đến dưới 95", "từ 95". */
export function bandInWords({ bands }: Extract<Way, { kind: 'bands' }>, at: number): string {
  const from = bands[at]?.from ?? null
  const to = bands[at + 1]?.from ?? null
  if (from === null) return to === null ? 'mọi giá trị' : `dưới ${figureInWords(to)}`
  return to === null ? `từ ${figureInWords(from)}` : `từ ${figureInWords(from)} đến dưới ${figureInWords(to)}`
}

export function roundingInWords({ decimals, direction }: Rounding): string {
  return `${roundingNames[direction]} ${decimals === 0 ? 'đến số nguyên' : `đến ${decimals} chữ số sau dấu phẩy`}`
}

const figureInWords = (figure: number) => formatNumber(figure, 6)

/** The maxima of a sheet, by group and together. */
export function maximaOf(sheet: ScoringSheet): {
  total: number
  byGroup: { key: string; title: string; maximum: number }[]
} {
  return {
    total: sumPoints(criteriaOf(sheet).map(({ criterion }) => criterion.maximum)),
    byGroup: sheet.groups.map(({ key, title, criteria }) => ({
      key,
      title,
      maximum: sumPoints(criteria.map(({ maximum }) => maximum)),
    })),
  }
}
