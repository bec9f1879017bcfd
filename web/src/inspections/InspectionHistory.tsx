import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { Card } from '../ui/Card.tsx'
import styles from './InspectionPage.module.css'

/** How the deadline moved and why, and who did what; nothing is drawn for what has not happened. */
export function InspectionHistory({ inspection }: { inspection: InspectionView }) {
  const { deadlineChanges, history } = inspection
  const hasMoved = deadlineChanges.some(({ from }) => from !== null)
  return (
    <>
      {hasMoved && (
        <Card title="Hạn báo cáo đã thay đổi">
          <ul className={styles.list}>
            {deadlineChanges.map(({ at, from, to, cause }) => (
              <li key={at + to}>
                {from ? `${formatDate(from)} → ${formatDate(to)}` : formatDate(to)}
                <span className={styles.small}>
                  {cause} · {formatInstant(at)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {history.length > 0 && (
        <Card title="Đã diễn ra">
          <ul className={styles.list}>
            {history.map(({ at, who, what, reason }) => (
              <li key={at + what}>
                {what}
                {reason && <span className={styles.quiet}> – {reason}</span>}
                <span className={styles.small}>
                  {who} · {formatInstant(at)}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
