import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { classes } from '../ui/classes.ts'
import styles from './Schedule.module.css'
import type { MonthDay } from './schedule-month.ts'

/** The number of a day, what makes it a day off or a made-up one, and whether it is today. */
export function DayMark({ day, isToday }: { day: MonthDay; isToday: boolean }) {
  const { rule, working } = day.verdict
  const name = rule && rule.kind !== 'weekend' ? (working ? 'Làm bù' : rule.name) : null
  return (
    <div className={styles.dayHead} title={rule ? `${rule.name} (${rule.basis})` : undefined}>
      <time dateTime={day.date} className={classes(styles.number, isToday && styles.today)}>
        <span aria-hidden="true">{Number(day.date.slice(8))}</span>
        <span className="hidden-visually">
          {formatDateWithWeekday(day.date)}
          {isToday && ', hôm nay'}
        </span>
      </time>
      {name && <span className={working ? styles.madeUp : styles.dayOff}>{name}</span>}
    </div>
  )
}
