import { workingDaysLeft, workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { IconArrowsMove, IconCalendarOff } from '@tabler/icons-react'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './Schedule.module.css'
import { SessionChip } from './SessionChip.tsx'
import { SlotButton } from './SlotButton.tsx'
import { useBoard } from './schedule-board.ts'
import { isMovable, type MonthDay, type Season } from './schedule-month.ts'

interface Props {
  days: readonly MonthDay[]
  season: Season
  /** What the days are, for those who see none: "Tháng này", "Tuần này". */
  span: string
}

/** The days of a month or week on a phone, one under another: those that hold something; while a visit is lifted, all that it could go to. */
export function DayList({ days, season, span }: Props) {
  const { lifting } = useBoard()
  if (lifting?.lift) return <SlotList days={days.filter(({ date, inPeriod }) => inPeriod && date >= season.today)} />
  const shown = days.filter((day) => day.sessions.length > 0 || nameOf(day) !== null)
  if (shown.length === 0)
    return (
      <EmptyState icon={<IconCalendarOff aria-hidden="true" />} title={`${span} chưa có buổi kiểm tra nào`}>
        Xem khoảng khác, hoặc xếp lịch cho đơn vị ở danh sách bên dưới.
      </EmptyState>
    )
  return (
    <ol className={styles.dayList}>
      {shown.map((day) => (
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
            <div key={session.inspectionId} className={styles.withMove}>
              <SessionChip session={session} />
              {lifting && isMovable(session) && (
                <Button
                  size="s"
                  icon={<IconArrowsMove size={16} aria-hidden="true" />}
                  onClick={() => lifting.start(session, 'touch')}
                >
                  Dời<span className="hidden-visually"> {session.unitName}</span>
                </Button>
              )}
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

/** Every half-day that a lifted visit could be put on, with its verdict. */
function SlotList({ days }: { days: readonly MonthDay[] }) {
  if (days.length === 0)
    return (
      <EmptyState icon={<IconCalendarOff aria-hidden="true" />} title="Không còn ngày nào để dời tới ở đây">
        Xem tháng hoặc tuần sau.
      </EmptyState>
    )
  return (
    <ol className={styles.dayList}>
      {days.map((day) => (
        <li key={day.date} className={styles.slotDay}>
          <h3>{upperFirst(formatDateWithWeekday(day.date))}</h3>
          {nameOf(day) && <p className={styles.dayName}>{nameOf(day)}</p>}
          <div className={styles.slotPair}>
            <SlotButton slot={{ visitOn: day.date, halfDay: 'morning' }} sessions={day.sessions} />
            <SlotButton slot={{ visitOn: day.date, halfDay: 'afternoon' }} sessions={day.sessions} />
          </div>
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
