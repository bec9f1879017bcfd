import type { VerifiedFigure } from '@cchc/domain/fieldwork/contract.ts'
import type { MinutesChange } from '@cchc/domain/fieldwork/minutes-contract.ts'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { figureText } from './difference.ts'
import styles from './Minutes.module.css'

export type FigureCorrection = MinutesChange['figures'][number]

interface Props {
  /** As the newest version states them. */
  figures: readonly VerifiedFigure[]
  corrections: readonly FigureCorrection[]
  onChange: (corrections: readonly FigureCorrection[]) => void
}

/** The verified figures of closed minutes, each to be corrected with its reason; what the unit reported stands. */
export function MinutesFigures({ figures, corrections, onChange }: Props) {
  const verified = figures.filter((figure) => figure.verified !== null)
  if (verified.length === 0) return null
  const correct = (figure: VerifiedFigure, part: Partial<FigureCorrection>) => {
    const { itemKey } = figure
    const before = corrections.find((one) => one.itemKey === itemKey) ?? asStated(figure)
    onChange([...corrections.filter((one) => one.itemKey !== itemKey), { ...before, ...part }])
  }
  return (
    <details className={styles.finding}>
      <summary>Số liệu xác minh ({verified.length})</summary>
      {verified.map((figure) => {
        const now = corrections.find(({ itemKey }) => itemKey === figure.itemKey) ?? asStated(figure)
        return (
          <div key={figure.itemKey} className={styles.sides}>
            <NumberField
              label={figure.label}
              hint={`Đơn vị báo cáo: ${figure.reported === null ? 'không báo cáo' : figureText(figure, figure.reported)}`}
              value={now.verified}
              read={readNumber}
              write={writeNumber}
              onCommit={(value) => correct(figure, { verified: value })}
            />
            <TextField label="Lý do chênh lệch" value={now.reason} onChange={(reason) => correct(figure, { reason })} />
          </div>
        )
      })}
    </details>
  )
}

const asStated = ({ itemKey, verified, reason }: VerifiedFigure): FigureCorrection => ({ itemKey, verified, reason })
