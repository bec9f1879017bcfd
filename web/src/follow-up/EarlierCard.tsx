import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { StateBadge } from '../conclusions/StateBadge.tsx'
import { recommendationLooks, standingOf } from '../conclusions/states.ts'
import { Card } from '../ui/Card.tsx'
import styles from './FollowUp.module.css'
import { earlierQuery } from './oversight-data.ts'

/** Before and during a visit: what earlier years asked of this unit and is still open. Nothing where there is none. */
export function EarlierCard({ inspectionId }: { inspectionId: string }) {
  const { data } = useQuery(earlierQuery(inspectionId))
  if (!data || data.recommendations.length === 0) return null
  return (
    <Card title="Kiến nghị năm trước còn mở" aside={`${data.recommendations.length} kiến nghị`}>
      <ul className={styles.earlier}>
        {data.recommendations.map((row) => (
          <li key={row.recommendationId}>
            <Link to="/khac-phuc/$recommendationId" params={{ recommendationId: row.recommendationId }}>
              {row.text}
            </Link>
            <span className={styles.standing}>
              <StateBadge look={recommendationLooks[standingOf(row)]} />
              <span className={styles.small}>
                năm {row.year} · hạn {formatDate(row.dueOn)} · {row.fieldName}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
