import type { ProposedPlan } from '@cchc/domain/scheduling/contract.ts'
import styles from './Scheduling.module.css'

/** Visits of each month as two small bars, as they stand and as proposed; the figures carry the meaning. */
export function MonthBars({ months }: { months: ProposedPlan['months'] }) {
  const most = Math.max(1, ...months.flatMap(({ proposed, current }) => [proposed, current]))
  const width = (visits: number) => ({ width: `${(visits / most) * 100}%` })
  return (
    <>
      <p className={styles.legend}>
        <span className={styles.keyNow} aria-hidden="true" /> hiện nay
        <span className={styles.keyThen} aria-hidden="true" /> đề xuất
      </p>
      <ul className={styles.months}>
        {months.map(({ month, proposed, current, share }) => (
          <li key={month}>
            <span className={styles.monthName}>Tháng {Number(month.slice(5))}</span>
            <span className={styles.monthBars} aria-hidden="true">
              <span className={styles.barNow} style={width(current)} />
              <span className={styles.barThen} style={width(proposed)} />
            </span>
            <span className={styles.monthFigure}>
              <span className="hidden-visually">hiện nay </span>
              {current} → <span className="hidden-visually">đề xuất </span>
              <strong>{proposed}</strong>
              {share && (
                <span className={styles.quiet}>
                  {' '}
                  (phần: {share.least === share.most ? share.least : `${share.least}–${share.most}`})
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
