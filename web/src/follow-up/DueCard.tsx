import { isOwed } from '@cchc/domain/conclusions/states.ts'
import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import { formatDateWithWeekday, formatInstant } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { dueInWords } from '../conclusions/states.ts'
import { Card } from '../ui/Card.tsx'
import styles from './FollowUp.module.css'

/** The date in working days and who has the next move. */
export function DueCard({ recommendation }: { recommendation: RecommendationDetail }) {
  const { state, dueOn, overdue, remedies } = recommendation
  const newest = newestOf(recommendation)
  return (
    <Card title="Hạn khắc phục">
      <p className={overdue ? styles.dueLate : styles.dueWords}>
        {state === 'verified' ? 'Đã xong' : upperFirst(dueInWords(recommendation))}
      </p>
      <p className={styles.quiet}>Chậm nhất hết {formatDateWithWeekday(dueOn)}</p>
      <dl className={styles.facts}>
        <dt>Đang giữ việc</dt>
        <dd>{holderOf(recommendation)}</dd>
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

/** Who has the next move. */
function holderOf({ state, addresseeKind, addressee, unitName, waitsForTime }: RecommendationDetail): string {
  if (state === 'verified') return 'Không ai, đã xong'
  if (addresseeKind !== 'unit') return addressee
  if (waitsForTime) return `${unitName}; chờ quyết định gia hạn`
  return isOwed(state) ? unitName : 'Đoàn kiểm tra'
}

/** The remedy that waits for a verdict or got the last one. */
export function newestOf({ remedies }: RecommendationDetail) {
  return remedies.toSorted((a, b) => (a.submittedAt < b.submittedAt ? 1 : -1))[0]
}
