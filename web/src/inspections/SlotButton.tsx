import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { halfDayNames, type InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { type Slot, slotInWords } from '@cchc/domain/inspections/slot.ts'
import { IconLoader2 } from '@tabler/icons-react'
import { classes } from '../ui/classes.ts'
import styles from './Slots.module.css'
import { useBoard } from './schedule-board.ts'
import { slotKey } from './schedule-moves.ts'
import { problemsOf, verdictLook } from './schedule-verdicts.ts'

interface Props {
  slot: Slot
  /** Who stands there now. */
  sessions: readonly InspectionRow[]
  /** Whether the half-day is named on the button; a week has its own rows for that. */
  named?: boolean
}

/** One half-day while a visit is lifted: its verdict by icon, word and colour. Pressed, the visit goes there. */
export function SlotButton({ slot, sessions, named = true }: Props) {
  const { lifting } = useBoard()
  if (!lifting?.lift) return null
  const { lift, verdicts, point, drop } = lifting
  const key = slotKey(slot)
  const view = verdicts.slots.get(key)
  const isAt = slotKey(lift.at) === key
  const others = sessions.filter(
    ({ halfDay, inspectionId }) => halfDay === slot.halfDay && inspectionId !== lift.row.inspectionId,
  )
  const look = view && verdictLook(view)
  const Icon = look?.icon ?? IconLoader2
  const words = look?.words ?? 'Đang xem'
  const taken = others.map(({ unitName }) => unitName).join(', ')
  const problem = view && problemsOf(view)[0]?.sentence
  const isOffered = view && view.verdict !== 'blocked' && view.verdict !== 'stands'
  return (
    <button
      type="button"
      data-slot={key}
      className={classes(styles.slot, look && styles[look.look], isAt && styles.at)}
      title={problem}
      // The keys lead from one half-day to another; Tab leads out.
      tabIndex={isAt || lift.by !== 'keys' ? 0 : -1}
      onPointerEnter={({ pointerType }) => pointerType !== 'touch' && point(slot)}
      // A press gives the focus too; the panel must not grow under the finger before it lets go.
      onFocus={() => lift.by === 'keys' && point(slot)}
      onClick={() => drop(slot)}
    >
      <span className={styles.line}>
        {named && <span className={styles.half}>{halfDayNames[slot.halfDay]}</span>}{' '}
        <span className="hidden-visually">{named ? formatDateWithWeekday(slot.visitOn) : slotInWords(slot)}: </span>
        <span className={styles.verdict}>
          <Icon aria-hidden="true" stroke={2} />
          {words}
        </span>
      </span>
      {taken && <span className={styles.taken}>{taken}</span>}
      {isOffered && <span className="hidden-visually">, hạn gửi báo cáo {formatDate(view.reportDueOn)}</span>}
    </button>
  )
}
