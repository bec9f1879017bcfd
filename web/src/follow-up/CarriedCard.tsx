import type { RecommendationView } from '@cchc/domain/conclusions/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { Link } from '@tanstack/react-router'
import { StateBadge } from '../conclusions/StateBadge.tsx'
import { recommendationLooks, standingOf } from '../conclusions/states.ts'
import { Card } from '../ui/Card.tsx'
import styles from './FollowUp.module.css'

/** What earlier years left open, beside this campaign's own list. */
export function CarriedCard({ rows, own }: { rows: readonly RecommendationView[]; own: boolean }) {
  if (rows.length === 0) return null
  return (
    <Card title="Chuyển từ năm trước sang" aside={`${rows.length} kiến nghị còn mở`}>
      <ul className={styles.earlier}>
        {rows.map((row) => (
          <li key={row.recommendationId}>
            <Link to="/khac-phuc/$recommendationId" params={{ recommendationId: row.recommendationId }}>
              {row.text}
            </Link>
            <span className={styles.standing}>
              <StateBadge look={recommendationLooks[standingOf(row)]} />
              <span className={styles.small}>
                {!own && `${row.unitName} · `}năm {row.year} · hạn {formatDate(row.dueOn)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
