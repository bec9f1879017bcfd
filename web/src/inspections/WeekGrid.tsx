import { formatWeekday } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { type HalfDay, halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { classes } from '../ui/classes.ts'
import { DayMark } from './DayMark.tsx'
import styles from './Schedule.module.css'
import { SessionChip } from './SessionChip.tsx'
import { SlotButton } from './SlotButton.tsx'
import { useBoard } from './schedule-board.ts'
import type { MonthDay } from './schedule-month.ts'

/** The week as a grid: days side by side, morning over afternoon, today under its red line. */
export function WeekGrid({ days, today }: { days: readonly MonthDay[]; today: string }) {
  return (
    <table className={classes(styles.grid, styles.week)}>
      <caption className="hidden-visually">Lịch kiểm tra trong tuần</caption>
      <thead>
        <tr>
          <td className={styles.corner} />
          {days.map((day) => (
            <th key={day.date} scope="col" className={classes(day.date === today && styles.todayCell)}>
              <span className={styles.weekday}>{upperFirst(formatWeekday(day.date))}</span>
              <DayMark day={day} isToday={day.date === today} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(Object.keys(halfDayNames) as HalfDay[]).map((halfDay) => (
          <tr key={halfDay}>
            <th scope="row">{halfDayNames[halfDay]}</th>
            {days.map((day) => (
              <HalfDayCell key={day.date} day={day} halfDay={halfDay} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function HalfDayCell({ day, halfDay }: { day: MonthDay; halfDay: HalfDay }) {
  const { lifting } = useBoard()
  const { date: visitOn, sessions } = day
  const own = sessions.filter((session) => session.halfDay === halfDay)
  return (
    <td className={classes(styles.halfDay, !day.verdict.working && styles.off, !day.inPeriod && styles.outside)}>
      {lifting?.lift ? (
        <SlotButton slot={{ visitOn, halfDay }} sessions={sessions} named={false} />
      ) : (
        <div className={styles.sessions}>
          {own.map((session) => (
            <SessionChip key={session.inspectionId} session={session} full named={false} />
          ))}
        </div>
      )}
    </td>
  )
}
