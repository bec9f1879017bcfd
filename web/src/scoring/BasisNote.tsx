import { formatMoney, formatNumber, formatPercent } from '@cchc/domain/formats/numbers.ts'
import type { Basis } from '@cchc/domain/scoring/basis.ts'
import { wayInWords } from '@cchc/domain/scoring/give-points.ts'
import { figureOriginNames, type ScoredFigure } from '@cchc/domain/scoring/scored-figure.ts'
import type { Criterion } from '@cchc/domain/scoring/sheet.ts'
import styles from './Scoring.module.css'

/** How the criterion gives points, and the figures that they come from with where those come from. */
export function BasisNote({ criterion, basis }: { criterion: Criterion; basis: Basis | null }) {
  if (criterion.way.kind === 'choice' || criterion.way.kind === 'manual') return null
  return (
    <div className={styles.basis}>
      {basis?.figures.map((figure) => (
        <p key={figure.itemKey}>
          {figure.label}: <b>{figureText(figure, figure.value)}</b> ({figureOriginNames[figure.origin]}
          {figure.origin !== 'reported' && figure.reported !== null && figure.reported !== figure.value
            ? `; báo cáo ${figureText(figure, figure.reported)}`
            : ''}
          {figure.verifiedReason ? `; ${figure.verifiedReason}` : ''})
        </p>
      ))}
      {basis && basis.figures.length > 1 && basis.value !== null && (
        <p>Giá trị để chấm: {formatNumber(basis.value, 4)}</p>
      )}
      {basis && basis.missing.length > 0 && <p>Chưa có số liệu: {basis.missing.join('; ')}.</p>}
      <p className={styles.quiet}>{wayInWords(criterion)}</p>
    </div>
  )
}

function figureText({ kind, unit }: Pick<ScoredFigure, 'kind' | 'unit'>, value: number): string {
  if (kind === 'percent') return formatPercent(value)
  return kind === 'money' ? formatMoney(value, unit ?? 'đ') : [formatNumber(value), unit].filter(Boolean).join(' ')
}
