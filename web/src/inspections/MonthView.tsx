import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { addMonths } from '../ui/calendar-month.ts'
import { classes } from '../ui/classes.ts'
import { useNarrow } from '../ui/media.ts'
import { DayList } from './DayList.tsx'
import { MonthGrid } from './MonthGrid.tsx'
import styles from './Schedule.module.css'
import { type Asked, type Season, unscheduled } from './schedule-month.ts'
import { monthInWords } from './schedule-words.ts'
import { UnscheduledList } from './UnscheduledList.tsx'

export interface MonthViewProps {
  month: string
  rows: readonly InspectionRow[]
  season: Season
  onMonth: (month: string) => void
  /** Missing for those who may not schedule. */
  onAsk?: (asked: Asked) => void
}

/** One month of the season beside the units that wait for a day; on a phone the days that hold something, one under another. */
export function MonthView({ month, rows, season, onMonth, onAsk }: MonthViewProps) {
  const isNarrow = useNarrow()
  const waiting = unscheduled(rows)
  const step = (by: number) => onMonth(addMonths(`${month}-01`, by).slice(0, 7))
  return (
    <div className={classes(styles.month, waiting.length > 0 && styles.withList)}>
      <Card flush>
        <div className={styles.monthHead}>
          <IconButton label="Tháng trước" onClick={() => step(-1)}>
            <IconChevronLeft size={20} aria-hidden="true" />
          </IconButton>
          <h2 className={styles.monthName} aria-live="polite">
            {monthInWords(month)}
          </h2>
          <IconButton label="Tháng sau" onClick={() => step(1)}>
            <IconChevronRight size={20} aria-hidden="true" />
          </IconButton>
          {month !== season.today.slice(0, 7) && (
            <Button size="s" onClick={() => onMonth(season.today.slice(0, 7))}>
              Tháng này
            </Button>
          )}
        </div>
        {isNarrow ? (
          <DayList month={month} rows={rows} season={season} onAsk={onAsk} />
        ) : (
          <MonthGrid month={month} rows={rows} season={season} onAsk={onAsk} />
        )}
      </Card>
      {waiting.length > 0 && <UnscheduledList rows={waiting} onAsk={onAsk} />}
    </div>
  )
}
