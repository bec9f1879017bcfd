import { classes } from '../ui/classes.ts'
import { DayMark } from './DayMark.tsx'
import styles from './Schedule.module.css'
import { SessionChip } from './SessionChip.tsx'
import { SlotButton } from './SlotButton.tsx'
import { useBoard } from './schedule-board.ts'
import type { MonthDay } from './schedule-month.ts'

const headings = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật']

/** The month as a grid, Monday first: days off by name, visits as chips; while one is lifted, the verdict of every half-day. */
export function MonthGrid({ weeks, today }: { weeks: readonly MonthDay[][]; today: string }) {
  return (
    <table className={styles.grid}>
      <caption className="hidden-visually">Lịch kiểm tra trong tháng</caption>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.date}>
            {week.map((day) => (
              <Day key={day.date} day={day} isToday={day.date === today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ day, isToday }: { day: MonthDay; isToday: boolean }) {
  const { lifting } = useBoard()
  const { date: visitOn, sessions } = day
  return (
    <td
      className={classes(
        styles.day,
        !day.verdict.working && styles.off,
        (!day.inMonth || !day.inPeriod) && styles.outside,
        isToday && styles.todayCell,
      )}
    >
      <DayMark day={day} isToday={isToday} />
      {lifting?.lift ? (
        <div className={styles.sessions}>
          <SlotButton slot={{ visitOn, halfDay: 'morning' }} sessions={sessions} />
          <SlotButton slot={{ visitOn, halfDay: 'afternoon' }} sessions={sessions} />
        </div>
      ) : (
        sessions.length > 0 && (
          <ul className={styles.sessions}>
            {sessions.map((session) => (
              <li key={session.inspectionId}>
                <SessionChip session={session} />
              </li>
            ))}
          </ul>
        )
      )}
    </td>
  )
}
