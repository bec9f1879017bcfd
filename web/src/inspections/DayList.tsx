import { workingDaysLeft, workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { IconCalendarOff } from '@tabler/icons-react'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { MonthViewProps } from './MonthView.tsx'
import styles from './Schedule.module.css'
import { SessionChip } from './SessionChip.tsx'
import { type MonthDay, monthOfSchedule } from './schedule-month.ts'

const upperFirst = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

/** The month on a phone: the days that hold a visit or are off by name, one under another. */
export function DayList({ month, rows, season, onAsk }: Omit<MonthViewProps, 'onMonth'>) {
  const days = monthOfSchedule(month, rows, season)
    .flat()
    .filter((day) => day.inMonth && (day.sessions.length > 0 || nameOf(day) !== null))
  if (days.length === 0)
    return (
      <EmptyState icon={<IconCalendarOff aria-hidden="true" />} title="Tháng này chưa có buổi kiểm tra nào">
        Xem tháng khác, hoặc xếp lịch cho đơn vị ở danh sách bên dưới.
      </EmptyState>
    )
  return (
    <ol className={styles.dayList}>
      {days.map((day) => (
        <li key={day.date}>
          <h3>
            {upperFirst(formatDateWithWeekday(day.date))}
            {day.date === season.today ? (
              <span className={styles.todayWord}>hôm nay</span>
            ) : (
              day.sessions.length > 0 &&
              day.date > season.today && (
                <span className={styles.leftWords}>
                  {workingDaysLeftInWords(workingDaysLeft(season.today, day.date, season.calendar))}
                </span>
              )
            )}
          </h3>
          {nameOf(day) && <p className={styles.dayName}>{nameOf(day)}</p>}
          {day.sessions.map((session) => (
            <SessionChip key={session.inspectionId} session={session} onAsk={onAsk} />
          ))}
        </li>
      ))}
    </ol>
  )
}

/** What makes the day unlike others of its weekday, or null on an ordinary one. */
function nameOf({ verdict: { rule, working } }: MonthDay): string | null {
  if (!rule || rule.kind === 'weekend') return null
  return working ? `Ngày làm bù: ${rule.name}` : `Ngày nghỉ: ${rule.name}`
}
