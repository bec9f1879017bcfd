import type { HalfDay, InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { type DragEvent, useState } from 'react'
import { classes } from '../ui/classes.ts'
import { DayMark } from './DayMark.tsx'
import { draggedType } from './drag.ts'
import type { MonthViewProps } from './MonthView.tsx'
import styles from './Schedule.module.css'
import { SessionChip } from './SessionChip.tsx'
import { freeHalfDay, type MonthDay, monthOfSchedule } from './schedule-month.ts'

const headings = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật']

/** The month as a grid, Monday first: days off by name, visits as chips that can be pressed or dragged to another day. */
export function MonthGrid({ month, rows, season, onAsk }: Omit<MonthViewProps, 'onMonth'>) {
  const weeks = monthOfSchedule(month, rows, season)
  const hasSessions = weeks.flat().some(({ sessions }) => sessions.length > 0)
  const drop = (day: MonthDay, { inspectionId, halfDay }: { inspectionId: string; halfDay: HalfDay | null }) =>
    onAsk?.({
      inspectionId,
      visitOn: day.date,
      halfDay: freeHalfDay(halfDay ?? 'morning', day.sessions, inspectionId),
    })
  return (
    <>
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
                <Day
                  key={day.date}
                  day={day}
                  isToday={day.date === season.today}
                  onAsk={onAsk}
                  onDrop={onAsk && ((what) => drop(day, what))}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {onAsk && hasSessions && <p className={styles.hint}>Bấm hoặc kéo một buổi sang ngày khác để dời lịch.</p>}
    </>
  )
}

interface DayProps {
  day: MonthDay
  isToday: boolean
  onAsk: MonthViewProps['onAsk']
  onDrop?: (dragged: Pick<InspectionRow, 'inspectionId' | 'halfDay'>) => void
}

function Day({ day, isToday, onAsk, onDrop }: DayProps) {
  const [over, setOver] = useState(false)
  const allow = (event: DragEvent) => {
    if (!onDrop || !event.dataTransfer.types.includes(draggedType)) return
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const dragged = event.dataTransfer.getData(draggedType)
    if (dragged) onDrop?.(JSON.parse(dragged))
  }
  return (
    <td
      className={classes(
        styles.day,
        !day.verdict.working && styles.off,
        (!day.inMonth || !day.inPeriod) && styles.outside,
        over && styles.over,
      )}
      onDragOver={allow}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <DayMark day={day} isToday={isToday} />
      {day.sessions.length > 0 && (
        <ul className={styles.sessions}>
          {day.sessions.map((session) => (
            <li key={session.inspectionId}>
              <SessionChip session={session} onAsk={onAsk} />
            </li>
          ))}
        </ul>
      )}
    </td>
  )
}
