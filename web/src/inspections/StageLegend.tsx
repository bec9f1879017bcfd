import { type InspectionRow, stages } from '@cchc/domain/inspections/contract.ts'
import styles from './Schedule.module.css'
import { StageBadge } from './StageBadge.tsx'

/** What the icons in sight mean, in the order of the year. */
export function StageLegend({ rows, hint }: { rows: readonly InspectionRow[]; hint?: string }) {
  const present = stages.filter((stage) => rows.some((row) => row.stage === stage))
  if (present.length === 0) return null
  return (
    <div className={styles.legend}>
      {present.map((stage) => (
        <StageBadge key={stage} stage={stage} />
      ))}
      {hint && <span className={styles.hint}>{hint}</span>}
    </div>
  )
}
