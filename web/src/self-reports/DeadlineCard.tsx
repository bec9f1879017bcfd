import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import { type StripDay, WorkingDayStrip } from '../ui/WorkingDayStrip.tsx'
import styles from './SelfReport.module.css'

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** When the report is due, in working days, with the very days that were counted and why. */
export function DeadlineCard({ view }: { view: SelfReportView }) {
  const { dueOn, visitOn, workingDaysLeft, why } = view
  if (!dueOn || !visitOn) {
    return (
      <Card title="Hạn gửi báo cáo">
        <p className={styles.quiet}>Chưa có lịch kiểm tra nên chưa có hạn gửi. Cứ viết trước; hạn sẽ hiện ở đây.</p>
      </Card>
    )
  }
  return (
    <Card title="Hạn gửi báo cáo">
      {workingDaysLeft !== null && (
        <p className={classes(styles.big, workingDaysLeft < 0 && styles.overdue)}>
          {upperFirst(workingDaysLeftInWords(workingDaysLeft))}
        </p>
      )}
      <p className={styles.quiet}>hết {formatDateWithWeekday(dueOn)}</p>
      <div className={styles.strip}>
        <WorkingDayStrip label="Các ngày đã đếm" days={stripDays(view, dueOn, visitOn)} />
      </div>
      <p className={styles.note}>
        Kiểm tra {formatDateWithWeekday(visitOn)}. Phải gửi trước ít nhất{' '}
        {view.counted.filter((day) => day.working).length} ngày làm việc.
      </p>
      {why && (
        <details className={styles.why}>
          <summary>Vì sao?</summary>
          <p>{why}</p>
        </details>
      )}
    </Card>
  )
}

function stripDays({ counted }: SelfReportView, dueOn: string, visitOn: string): StripDay[] {
  const days = [...counted].sort((a, b) => (a.date < b.date ? -1 : 1))
  const texts = [...days.map((day) => day.date), visitOn]
  // The month is written where it begins and on both ends; in between the day is enough.
  const text = (date: string, at: number) =>
    at === 0 || at === texts.length - 1 || texts[at - 1]?.slice(0, 7) !== date.slice(0, 7)
      ? `${Number(date.slice(8))}/${Number(date.slice(5, 7))}`
      : String(Number(date.slice(8)))
  return [
    ...days.map(
      ({ date, working, reason }, at): StripDay => ({
        key: date,
        text: text(date, at),
        kind: !working ? 'off' : date === dueOn ? 'due' : 'counted',
        why: date === dueOn ? `hạn gửi, ${reason}` : reason,
      }),
    ),
    { key: visitOn, text: text(visitOn, texts.length - 1), kind: 'event', why: 'ngày kiểm tra' },
  ]
}
