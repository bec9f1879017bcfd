import { halfDayNames, type InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { Link } from '@tanstack/react-router'
import { classes } from '../ui/classes.ts'
import { dragOf } from './drag.ts'
import styles from './Schedule.module.css'
import { type Asked, isMovable } from './schedule-month.ts'
import { stageLooks } from './stages.ts'

interface Props {
  session: InspectionRow
  /** Missing for those who may not schedule; the chip then leads to the inspection. */
  onAsk?: (asked: Asked) => void
}

/** One visit in the calendar: half-day, unit, stage. Pressed, it can be moved; one that has taken place opens its record. */
export function SessionChip({ session, onAsk }: Props) {
  const { inspectionId, unitName, halfDay, stage } = session
  const { words, tone, icon: Icon } = stageLooks[stage]
  const inside = (
    <>
      <span className={styles.half}>{halfDay && halfDayNames[halfDay]}</span>{' '}
      <span className={styles.unit}>{unitName}</span>{' '}
      <span className={styles.stage}>
        <Icon aria-hidden="true" stroke={2} />
        {words}
      </span>
    </>
  )
  const look = classes(styles.chip, styles[tone])
  if (onAsk && isMovable(session)) {
    return (
      <button
        type="button"
        className={look}
        title="Bấm để xem hoặc dời lịch"
        onClick={() => onAsk({ inspectionId })}
        {...dragOf(session)}
      >
        {inside}
      </button>
    )
  }
  return (
    <Link to="/lich/$inspectionId" params={{ inspectionId }} className={look}>
      {inside}
    </Link>
  )
}
