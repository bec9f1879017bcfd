import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { IconButton } from '../../ui/Button.tsx'
import styles from './Map.module.css'
import type { DayRoute } from './route.ts'

interface Props {
  day: string
  /** Every day that holds a visit. */
  days: readonly string[]
  routes: readonly DayRoute[]
  officeName: string
  onDay: (day: string) => void
}

/** The way of a day in words: from the office through its visits and back, with its kilometres. */
export function RouteOfDay({ day, days, routes, officeName, onDay }: Props) {
  const at = days.indexOf(day)
  return (
    <section className={styles.route} aria-label="Tuyến trong ngày">
      <div className={styles.routeHead}>
        <IconButton label="Ngày kiểm tra trước" size="s" disabled={at <= 0} onClick={() => onDay(days[at - 1]!)}>
          <IconChevronLeft size={18} aria-hidden="true" />
        </IconButton>
        <h3 aria-live="polite">Tuyến {formatDateWithWeekday(day)}</h3>
        <IconButton
          label="Ngày kiểm tra sau"
          size="s"
          disabled={at < 0 || at === days.length - 1}
          onClick={() => onDay(days[at + 1]!)}
        >
          <IconChevronRight size={18} aria-hidden="true" />
        </IconButton>
      </div>
      {routes.map(({ teamGroup, stops, km }) => (
        <p key={teamGroup}>
          {routes.length > 1 && <strong>Tổ {teamGroup}: </strong>}
          {officeName}
          {stops.map(({ row }) => (
            <span key={row.inspectionId}>
              {' → '}
              {row.unitName} ({row.halfDay && halfDayNames[row.halfDay].toLowerCase()})
            </span>
          ))}
          {' → '}
          {officeName}: <strong>ước tính {formatNumber(Math.round(km))} km</strong>
        </p>
      ))}
    </section>
  )
}
