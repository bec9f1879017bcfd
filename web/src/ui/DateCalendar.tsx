import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { IconButton } from './Button.tsx'
import { addDays, addMonths, weekdayOf, weeksOfMonth } from './calendar-month.ts'
import { classes } from './classes.ts'
import styles from './DateCalendar.module.css'
import { writeDate } from './date-text.ts'

export interface DateCalendarProps {
  value: string | null
  min?: string
  max?: string
  today?: string
  dayOff?: (iso: string) => string | undefined
  onPick: (iso: string) => void
}

const headings = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']
const steps: Record<string, (iso: string) => string> = {
  ArrowLeft: (iso) => addDays(iso, -1),
  ArrowRight: (iso) => addDays(iso, 1),
  ArrowUp: (iso) => addDays(iso, -7),
  ArrowDown: (iso) => addDays(iso, 7),
  PageUp: (iso) => addMonths(iso, -1),
  PageDown: (iso) => addMonths(iso, 1),
}

/** "17 tháng 9 năm 2026, Thứ Năm, ngày nghỉ: …": the number first, as it is seen. */
function nameOf(day: string, off: string | undefined): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} tháng ${month} năm ${year}, ${weekdayOf(day)}${off ? `, ngày nghỉ: ${off}` : ''}`
}

/** One month to pick a day from; arrows move by day and week, Page Up and Page Down by month. */
export default function DateCalendar({ value, min, max, today, dayOff, onPick }: DateCalendarProps) {
  const [at, setAt] = useState(value ?? today ?? min ?? new Date().toISOString().slice(0, 10))
  const grid = useRef<HTMLTableElement>(null)
  const month = at.slice(0, 7)
  const why = dayOff?.(at)
  const outside = (iso: string) => (min !== undefined && iso < min) || (max !== undefined && iso > max)

  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const next = step(at)
    setAt(min && next < min ? min : max && next > max ? max : next)
  }

  return (
    <div className={styles.calendar}>
      <div className={styles.head}>
        <IconButton label="Tháng trước" size="s" onClick={() => setAt(addMonths(at, -1))}>
          <IconChevronLeft size={18} aria-hidden="true" />
        </IconButton>
        <span aria-live="polite">
          Tháng {Number(month.slice(5))} năm {month.slice(0, 4)}
        </span>
        <IconButton label="Tháng sau" size="s" onClick={() => setAt(addMonths(at, 1))}>
          <IconChevronRight size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <table ref={grid} onKeyDown={onKeyDown}>
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
          {weeksOfMonth(month).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const off = dayOff?.(day)
                return (
                  <td key={day}>
                    <button
                      type="button"
                      data-day={day}
                      tabIndex={day === at ? 0 : -1}
                      disabled={outside(day)}
                      aria-pressed={day === value}
                      aria-current={day === today ? 'date' : undefined}
                      aria-label={nameOf(day, off)}
                      title={off}
                      className={classes(
                        styles.day,
                        day.slice(0, 7) !== month && styles.other,
                        off !== undefined && styles.off,
                        day === today && styles.today,
                        day === value && styles.chosen,
                      )}
                      onClick={() => onPick(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.why}>{why ? `${writeDate(at)}: ${why}` : ''}</p>
    </div>
  )
}
