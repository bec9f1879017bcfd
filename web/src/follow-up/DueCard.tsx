import { isOwed } from '@cchc/domain/conclusions/states.ts'
import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import { formatDateWithWeekday, formatInstant } from '@cchc/domain/formats/dates.ts'
import { dueInWords } from '../conclusions/states.ts'
import { Card } from '../ui/Card.tsx'
import styles from './FollowUp.module.css'

/** The date in working days and who has the next move. */
export function DueCard({ recommendation }: { recommendation: RecommendationDetail }) {
  const { state, dueOn, overdue, remedies, unitName } = recommendation
  const newest = newestOf(recommendation)
  return (
    <Card title="Hạn khắc phục">
      <p className={overdue ? styles.dueLate : styles.dueWords}>
        {state === 'verified' ? 'Đã xong' : upperFirst(dueInWords(recommendation))}
      </p>
      <p className={styles.quiet}>Chậm nhất hết {formatDateWithWeekday(dueOn)}</p>
      <dl className={styles.facts}>
        <dt>Đang giữ việc</dt>
        <dd>{state === 'verified' ? 'Không ai, đã xong' : isOwed(state) ? unitName : 'Đoàn kiểm tra'}</dd>
        {newest && (
          <>
            <dt>{remedies.length > 1 ? `Báo cáo lần ${remedies.length}` : 'Đã báo cáo'}</dt>
            <dd>{formatInstant(newest.submittedAt)}</dd>
          </>
        )}
        {newest?.verifiedAt && (
          <>
            <dt>Xác minh</dt>
            <dd>
              {formatInstant(newest.verifiedAt)}
              {newest.verifiedBy && `, ${newest.verifiedBy}`}
            </dd>
          </>
        )}
      </dl>
    </Card>
  )
}

/** The remedy that waits for a verdict or got the last one. */
export function newestOf({ remedies }: RecommendationDetail) {
  return remedies.toSorted((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1))[0]
}

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
