import { formatDate } from '@cchc/domain/formats/dates.ts'
import { halfDayNames } from '@cchc/domain/inspections/contract.ts'
import type { SchedulingView } from '@cchc/domain/scheduling/contract.ts'
import { CheckField } from '../ui/ChoiceFields.tsx'
import styles from './Scheduling.module.css'

interface Props {
  visits: SchedulingView['toPlace']
  pins: ReadonlySet<string>
  onChange: (pins: ReadonlySet<string>) => void
}

/** Scheduled visits that may be kept where they are; those without a half-day have nothing to keep. */
export function PinList({ visits, pins, onChange }: Props) {
  const scheduled = visits.flatMap(({ standsOn, ...visit }) => (standsOn ? [{ ...visit, standsOn }] : []))
  if (scheduled.length === 0) return null
  const kept = scheduled.filter(({ inspectionId }) => pins.has(inspectionId)).length
  const toggle = (inspectionId: string, on: boolean) => {
    const next = new Set(pins)
    if (on) next.add(inspectionId)
    else next.delete(inspectionId)
    onChange(next)
  }
  return (
    <details className={styles.pins} open={kept > 0 || undefined}>
      <summary>
        Giữ nguyên giờ của cuộc đã xếp, chưa thông báo ({kept} / {scheduled.length})
      </summary>
      <div className={styles.pinChoices}>
        {scheduled.map(({ inspectionId, unitName, standsOn }) => (
          <CheckField
            key={inspectionId}
            checked={pins.has(inspectionId)}
            onChange={(on) => toggle(inspectionId, on)}
            label={
              <>
                {unitName}
                <span className={styles.quiet}>
                  {' '}
                  {halfDayNames[standsOn.halfDay].toLowerCase()} {formatDate(standsOn.visitOn)}
                </span>
              </>
            }
          />
        ))}
      </div>
    </details>
  )
}
