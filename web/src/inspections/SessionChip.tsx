import { formatDayAndMonth } from '@cchc/domain/formats/dates.ts'
import { halfDayNames, type InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { Link } from '@tanstack/react-router'
import { classes } from '../ui/classes.ts'
import { useLiftable } from './drag.ts'
import styles from './Schedule.module.css'
import { useBoard } from './schedule-board.ts'
import { isMovable } from './schedule-month.ts'
import { stageLooks } from './stages.ts'

interface Props {
  session: InspectionRow
  /** With place and report deadline, where there is room for them. */
  full?: boolean
  /** Whether the half-day is named; a week has its own rows for that. */
  named?: boolean
}

/** One visit in the calendar. Pressed, its form opens; lifted, it goes to another half-day; one that took place opens its record. */
export function SessionChip({ session, full = false, named = true }: Props) {
  const { lifting, chosen, choose } = useBoard()
  const { inspectionId, unitName, halfDay, stage, place, reportDueOn, teamGroup } = session
  const liftable = useLiftable(session, { enter: true })
  const { words, tone, icon: Icon } = stageLooks[stage]
  const inside = (
    <>
      {named && <span className={styles.half}>{halfDay && halfDayNames[halfDay]}</span>}{' '}
      <span className={styles.unit}>{unitName}</span>{' '}
      <span className={styles.stage}>
        <Icon aria-hidden="true" stroke={2} />
        {words}
      </span>
      {teamGroup > 1 && <span className={styles.more}>Tổ {teamGroup}</span>}
      {full && reportDueOn && <span className={styles.more}>Báo cáo: {formatDayAndMonth(reportDueOn)}</span>}
      {full && place && <span className={styles.more}>{place}</span>}
    </>
  )
  const look = classes(styles.chip, styles[tone], chosen === inspectionId && styles.chosen)
  const pointed = {
    onPointerEnter: () => choose(inspectionId),
    onFocus: () => choose(inspectionId),
  }
  if (lifting && isMovable(session)) {
    return (
      <button
        type="button"
        className={look}
        title="Kéo, hoặc bấm Enter rồi phím mũi tên, để dời; bấm chuột để sửa"
        onClick={() => lifting.ask({ inspectionId })}
        {...pointed}
        {...liftable}
      >
        {inside}
      </button>
    )
  }
  return (
    <Link to="/lich/$inspectionId" params={{ inspectionId }} className={look} data-chip={inspectionId} {...pointed}>
      {inside}
    </Link>
  )
}
