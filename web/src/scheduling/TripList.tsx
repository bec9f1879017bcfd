import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import type { ProposedPlan, ScheduleProposal } from '@cchc/domain/scheduling/contract.ts'
import { IconAlertTriangle, IconCheck, IconPin } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import styles from './Scheduling.module.css'

interface Props {
  plan: ProposedPlan
  standing: ScheduleProposal['standing']
  ticked: ReadonlySet<string>
  /** Left out where nothing can be put on the calendar any more. */
  onTick?: (ticked: ReadonlySet<string>) => void
}

type Stop = ProposedPlan['trips'][number]['stops'][number]

/** The proposal as days under their months, each with its road and its stops. */
export function TripList({ plan, standing, ticked, onTick }: Props) {
  const { trips, visits } = plan
  const groups = new Set(trips.map(({ group }) => group)).size
  const months = [...new Set(trips.map(({ date }) => date.slice(0, 7)))]
  const tick = (inspectionId: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(inspectionId)
    else next.delete(inspectionId)
    onTick?.(next)
  }
  return (
    <div className={styles.monthList}>
      {months.map((month) => (
        <section key={month} aria-label={`Tháng ${Number(month.slice(5))}`}>
          <h3 className={styles.small}>
            Tháng {Number(month.slice(5))} năm {month.slice(0, 4)}
          </h3>
          <ol className={styles.trips}>
            {trips
              .filter(({ date }) => date.startsWith(month))
              .map((trip) => (
                <li key={`${trip.date} ${trip.group}`} className={styles.trip}>
                  <div className={styles.tripDay}>
                    <strong>{formatDateWithWeekday(trip.date)}</strong>
                    <span className={styles.quiet}>
                      {groups > 1 && `tổ ${trip.group} · `}
                      {formatNumber(trip.km, 0)} km
                    </span>
                  </div>
                  <ul className={styles.stops}>
                    {trip.stops.map((stop) => (
                      <StopRow
                        key={stop.inspectionId}
                        stop={stop}
                        visit={visits.find(({ inspectionId }) => inspectionId === stop.inspectionId)}
                        stands={standing[stop.inspectionId]}
                        ticked={ticked.has(stop.inspectionId)}
                        onTick={onTick && ((on) => tick(stop.inspectionId, on))}
                      />
                    ))}
                  </ul>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

interface StopProps {
  stop: Stop
  visit: ProposedPlan['visits'][number] | undefined
  stands: ScheduleProposal['standing'][string] | undefined
  ticked: boolean
  onTick?: (on: boolean) => void
}

function StopRow({ stop, visit, stands, ticked, onTick }: StopProps) {
  const { inspectionId, unitName, halfDay, fixed } = stop
  const half = <span className={styles.half}>{halfDayNames[halfDay]}</span>
  return (
    <li className={styles.stop}>
      {onTick && stands === 'open' ? (
        <CheckField
          label={
            <>
              {half} {unitName}
            </>
          }
          checked={ticked}
          onChange={onTick}
        />
      ) : (
        <span>
          {half}{' '}
          <Link className={styles.stopLink} to="/lich/$inspectionId" params={{ inspectionId }}>
            {unitName}
          </Link>
        </span>
      )}
      <span className={styles.stopState}>
        {fixed && (
          <StatusBadge tone="rest" icon={<IconPin aria-hidden="true" stroke={2} />}>
            Giữ nguyên
          </StatusBadge>
        )}
        {stands === 'accepted' && (
          <StatusBadge tone="ok" icon={<IconCheck aria-hidden="true" stroke={2} />}>
            Đã trong lịch
          </StatusBadge>
        )}
        {stands === 'changed' && (
          <StatusBadge tone="late" icon={<IconAlertTriangle aria-hidden="true" stroke={2} />}>
            Đã đổi từ lúc tính
          </StatusBadge>
        )}
        {stands === 'open' && visit && <span className={styles.quiet}>{fromInWords(visit)}</span>}
      </span>
    </li>
  )
}

function fromInWords({ from, visitOn, halfDay, reportDueOn }: ProposedPlan['visits'][number]): string {
  const due = `hạn báo cáo ${formatDate(reportDueOn)}`
  if (!from) return `mới xếp · ${due}`
  if (from.visitOn === visitOn && from.halfDay === halfDay) return `như hiện nay · ${due}`
  return `từ ${halfDayNames[from.halfDay].toLowerCase()} ${formatDate(from.visitOn)} · ${due}`
}
