import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { Link } from '@tanstack/react-router'
import { StateBadge } from '../conclusions/StateBadge.tsx'
import { recommendationLooks, standingOf } from '../conclusions/states.ts'
import styles from './FollowUp.module.css'

/** Recommendations of earlier years, each with where it stands and `about` it. */
export function EarlierList<Row extends Pick<RecommendationView, 'recommendationId' | 'text' | 'state' | 'overdue'>>({
  rows,
  about,
}: {
  rows: readonly Row[]
  about: (row: Row) => string
}) {
  return (
    <ul className={styles.earlier}>
      {rows.map((row) => (
        <li key={row.recommendationId}>
          <Link to="/khac-phuc/$recommendationId" params={{ recommendationId: row.recommendationId }}>
            {row.text}
          </Link>
          <span className={styles.standing}>
            <StateBadge look={recommendationLooks[standingOf(row)]} />
            <span className={styles.small}>{about(row)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
