import type { VerifiedFigure } from '@cchc/domain/fieldwork/contract.ts'
import { figureDifference } from '@cchc/domain/fieldwork/figure-difference.ts'
import { formatNumber } from '@cchc/domain/formats/numbers.ts'

type Figure = Pick<VerifiedFigure, 'kind' | 'unit' | 'reported'>

/** A figure as the pair shows it: "8.412", "88,0 %" without its unit for counts. */
export function figureText({ kind }: Pick<Figure, 'kind'>, value: number): string {
  return kind === 'percent' ? `${formatNumber(value)}%` : formatNumber(value)
}

/**
 * How the verified figure differs from the reported one: "Ít hơn 176 hồ sơ (2,1%)", "Cao hơn 1,2 điểm phần trăm";
 * null where it does not, or one of them is missing.
 */
export function differenceWords(figure: Figure, verified: number | null): string | null {
  const difference = figureDifference(figure.reported, verified)
  if (difference === null || difference === 0) return null
  const size = formatNumber(Math.abs(difference))
  if (figure.kind === 'percent') return `${difference < 0 ? 'Thấp' : 'Cao'} hơn ${size} điểm phần trăm`
  const share = figure.reported
    ? ` (${formatNumber((Math.abs(difference) / Math.abs(figure.reported)) * 100, 1)}%)`
    : ''
  return `${difference < 0 ? 'Ít' : 'Nhiều'} hơn ${[size, figure.unit].filter(Boolean).join(' ')}${share}`
}
