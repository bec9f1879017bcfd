import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import styles from './InspectionPage.module.css'

/** The next thing that is due: what, by when, and who holds the ball. Nothing is drawn once all is done. */
export function NextCard({ inspection: { next } }: { inspection: InspectionView }) {
  if (!next) return null
  const { what, on, workingDays, holder } = next
  const isLate = workingDays !== null && workingDays < 0
  return (
    <Card title="Việc tiếp theo">
      <div className={styles.next}>
        <p className={classes(styles.due, isLate && styles.late)}>
          {what}
          {workingDays !== null && `: ${workingDaysLeftInWords(workingDays)}`}
        </p>
        <p className={styles.quiet}>
          Đang giữ việc: <strong>{holder}</strong>
          {on && ` · hạn ${formatDateWithWeekday(on)}`}
        </p>
      </div>
    </Card>
  )
}
