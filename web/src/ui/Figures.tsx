import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './Figures.module.css'

/** How much of something is done, as a ring; `label` is what a screen reader says. */
export function ProgressRing({ done, total, label }: { done: number; total: number; label: string }) {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0
  const around = 2 * Math.PI * 6
  return (
    <svg className={styles.ring} viewBox="0 0 18 18" role="img" aria-label={label}>
      <circle className={styles.ringTrack} cx="9" cy="9" r="6" fill="none" strokeWidth="3.5" />
      {share > 0 && (
        <circle
          className={styles.ringValue}
          cx="9"
          cy="9"
          r="6"
          fill="none"
          strokeWidth="3.5"
          strokeDasharray={`${around * share} ${around}`}
          transform="rotate(-90 9 9)"
        />
      )}
    </svg>
  )
}

export interface CoverageBarProps {
  label: ReactNode
  /** Already written for people, such as "3 / 9". */
  figure: ReactNode
  done: number
  total: number
  /** Part of `total` that is on its way, shown paler after what is done; leave out to show none. */
  coming?: number
  tone?: 'sea' | 'ok' | 'late'
}

/** A named share as a bar with its figure; the figure carries the meaning, the bar only shows it. */
export function CoverageBar({ label, figure, done, total, coming = 0, tone = 'sea' }: CoverageBarProps) {
  const percent = (part: number) => `${total > 0 ? (Math.min(part, total) / total) * 100 : 0}%`
  const colour = { sea: styles.barSea, ok: styles.barOk, late: styles.barLate }[tone]
  return (
    <div className={styles.coverage}>
      <span>{label}</span>
      <span className={styles.bar} aria-hidden="true">
        <span className={colour} style={{ width: percent(done) }} />
        <span className={styles.barPale} style={{ width: percent(Math.min(coming, total - done)) }} />
      </span>
      <span className={styles.coverageFigure}>{figure}</span>
    </div>
  )
}

/** Two big figures side by side, such as reported and verified. */
export function FigurePair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}

/** One half of a pair: a label and a figure, or a field where `children` is an input (labelled by this label). */
export function Figure({
  label,
  chosen,
  htmlFor,
  children,
}: {
  label: string
  chosen?: boolean
  htmlFor?: string
  children: ReactNode
}) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame
    <div className={classes(styles.figure, chosen && styles.chosen)} role="group" aria-labelledby={id}>
      {htmlFor ? (
        <label id={id} htmlFor={htmlFor} className={styles.figureLabel}>
          {label}
        </label>
      ) : (
        <span id={id} className={styles.figureLabel}>
          {label}
        </span>
      )}
      <span className={styles.figureValue}>{children}</span>
    </div>
  )
}
