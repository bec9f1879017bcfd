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

/** Visits that may be left as they are: at the half-day they have, or without one for now. */
export function PinList({ visits, pins, onChange }: Props) {
  const kept = visits.filter(({ inspectionId }) => pins.has(inspectionId)).length
  const toggle = (inspectionId: string, on: boolean) => {
    const next = new Set(pins)
    if (on) next.add(inspectionId)
    else next.delete(inspectionId)
    onChange(next)
  }
  return (
    <details className={styles.pins} open={kept > 0 || undefined}>
      <summary>
        Để nguyên, không xếp lại ({kept} / {visits.length})
      </summary>
      <div className={styles.pinChoices}>
        {visits.map(({ inspectionId, unitName, standsOn }) => (
          <CheckField
            key={inspectionId}
            checked={pins.has(inspectionId)}
            onChange={(on) => toggle(inspectionId, on)}
            label={
              <>
                {unitName}
                <span className={styles.quiet}>
                  {' '}
                  {standsOn
                    ? `${halfDayNames[standsOn.halfDay].toLowerCase()} ${formatDate(standsOn.visitOn)}`
                    : 'chưa có lịch'}
                </span>
              </>
            }
          />
        ))}
      </div>
    </details>
  )
}
