import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import type { TracedFigure } from '@cchc/domain/synthesis/contract.ts'
import { IconRosetteDiscountCheck } from '@tabler/icons-react'
import { classes } from '../ui/classes.ts'
import styles from './Synthesis.module.css'

/** A figure's units as bars, the highest on top. The figures carry the meaning; the bars only show it. */
export function Bars({ figure }: { figure: TracedFigure }) {
  const rows = figure.sources.toSorted((a, b) => b.value - a.value)
  // Rates are shown against the whole; what goes beyond it, and all else, against the highest.
  const highest = Math.max(figure.kind === 'percent' ? 100 : 0, ...rows.map(({ value }) => Math.abs(value)))
  if (rows.length === 0) return <p className={styles.note}>Chưa đơn vị nào có số liệu này.</p>
  return (
    <>
      <ol className={styles.chart} aria-label={`${figure.label} theo đơn vị`}>
        {rows.map(({ inspectionId, unitName, value, basis }) => (
          <li key={inspectionId}>
            <span className={styles.barName}>{unitName}</span>
            <span className={styles.barTrack} aria-hidden="true">
              <span
                className={classes(styles.bar, basis === 'verified' && styles.barVerified)}
                style={{ width: `${highest > 0 ? (Math.abs(value) / highest) * 100 : 0}%` }}
              />
            </span>
            <span className={styles.barValue}>
              {basis === 'verified' && (
                <>
                  <IconRosetteDiscountCheck size={15} aria-hidden="true" />
                  <span className="hidden-visually">Đoàn xác minh: </span>
                </>
              )}
              {formatAnswer(figure, value)}
            </span>
          </li>
        ))}
      </ol>
      {rows.some(({ basis }) => basis === 'verified') && (
        <p className={styles.legend}>
          <IconRosetteDiscountCheck size={15} aria-hidden="true" /> Đoàn đã xác minh; các số khác theo báo cáo của đơn
          vị.
        </p>
      )}
    </>
  )
}
