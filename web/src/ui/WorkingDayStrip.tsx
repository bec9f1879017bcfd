import { classes } from './classes.ts'
import styles from './WorkingDayStrip.module.css'

export interface StripDay {
  /** Key of the day, such as its ISO date. */
  key: string
  /** As shown: "18/9", or only "19" inside a month. */
  text: string
  /** `counted` working day · `off` not counted, struck through · `due` the last day · `event` the day all is counted to. */
  kind: 'counted' | 'off' | 'due' | 'event'
  /** Why, in words: "thứ Bảy", "Quốc khánh", "ngày kiểm tra". Spoken and shown on hover. */
  why: string
}

/** The very days that a deadline counted, one chip a day. */
export function WorkingDayStrip({ days, label }: { days: readonly StripDay[]; label: string }) {
  return (
    <ol className={styles.strip} aria-label={label}>
      {days.map((day) => (
        <li key={day.key} title={day.why} className={classes(styles.day, day.kind !== 'counted' && styles[day.kind])}>
          {day.text}
          <span className="hidden-visually">, {day.why}</span>
        </li>
      ))}
    </ol>
  )
}
