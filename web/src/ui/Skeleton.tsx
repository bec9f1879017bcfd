import styles from './Empty.module.css'

const widths = ['72%', '94%', '58%', '86%', '66%']

/** The shape of text that is on its way; says so to a screen reader once. */
export function Skeleton({ lines = 4, label = 'Đang tải' }: { lines?: number; label?: string }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} style={{ width: widths[line % widths.length] }} />
      ))}
    </div>
  )
}
