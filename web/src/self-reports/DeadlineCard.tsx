import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { chipsOf } from '../platform/counted-days.ts'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import { type StripDay, WorkingDayStrip } from '../ui/WorkingDayStrip.tsx'
import styles from './SelfReport.module.css'

/** When the report is due, in working days, with the very days that were counted and why. */
export function DeadlineCard({ view }: { view: SelfReportView }) {
  const { dueOn, visitOn, why } = view
  if (!dueOn || !visitOn) {
    return (
      <Card title="Hạn gửi báo cáo">
        <p className={styles.quiet}>Chưa có lịch kiểm tra nên chưa có hạn gửi. Cứ viết trước; hạn sẽ hiện ở đây.</p>
      </Card>
    )
  }
  return (
    <Card title="Hạn gửi báo cáo">
      <p className={classes(styles.big, isLate(view) && styles.overdue)}>{standing(view)}</p>
      <p className={styles.quiet}>hết {formatDateWithWeekday(dueOn)}</p>
      {view.counted.length > 0 && (
        <>
          <div className={styles.strip}>
            <WorkingDayStrip label="Các ngày đã đếm" days={narrowChips(view)} />
          </div>
          <p className={styles.note}>
            Kiểm tra {formatDateWithWeekday(visitOn)}. Phải gửi trước ít nhất{' '}
            {view.counted.filter((day) => day.working).length} ngày làm việc
            {view.extendedTo === dueOn && ', đã được gia hạn'}.
          </p>
        </>
      )}
      {why && (
        <details className={styles.why}>
          <summary>Vì sao?</summary>
          <p>{why}</p>
        </details>
      )}
    </Card>
  )
}

/** How the report stands towards its due date, in words: sent in time or late, or the working days left. */
export function standing({ state, verdict, daysLate, workingDaysLeft }: SelfReportView): string {
  if (verdict && isWithTheOffice(state))
    return verdict === 'late' ? `Muộn ${daysLate ?? 0} ngày làm việc` : 'Đã gửi đúng hạn'
  return workingDaysLeft === null ? '' : upperFirst(workingDaysLeftInWords(workingDaysLeft))
}

export function isLate({ state, verdict, workingDaysLeft }: SelfReportView): boolean {
  return verdict && isWithTheOffice(state) ? verdict === 'late' : (workingDaysLeft ?? 0) < 0
}

const isWithTheOffice = (state: SelfReportView['state']) => state === 'sent' || state === 'accepted'

/** Chips without leading zeros, so that a week of them fits into the narrow column. */
function narrowChips({ counted, dueOn, visitOn }: SelfReportView): StripDay[] {
  return chipsOf(counted, dueOn, visitOn).map((chip) => ({ ...chip, text: chip.text.replace(/(^|\/)0/g, '$1') }))
}
