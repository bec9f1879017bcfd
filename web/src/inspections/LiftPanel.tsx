import { formatDate } from '@cchc/domain/formats/dates.ts'
import { slotInWords as inWords } from '@cchc/domain/inspections/slot.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { classes } from '../ui/classes.ts'
import { ChangeList } from './ChangeList.tsx'
import styles from './Slots.module.css'
import { useBoard } from './schedule-board.ts'
import { slotKey } from './schedule-moves.ts'
import { changesAt, problemsOf, verdictLook } from './schedule-verdicts.ts'
import { slotInWords } from './schedule-words.ts'

/** Beside the board while a visit is lifted: the half-day under the pointer, what it would break and what it would change. */
export function LiftPanel() {
  const { lifting, rows } = useBoard()
  if (!lifting?.lift) return null
  const { lift, verdicts, drop, putBack, setGroup } = lifting
  const view = verdicts.slots.get(slotKey(lift.at))
  const look = view && verdictLook(view)
  const other = rows.find(({ inspectionId }) => inspectionId === view?.swapWith)
  const mayDrop = look && look.look !== 'blocked' && look.look !== 'stands'
  return (
    <Card title={lift.row.unitName} className={styles.panel}>
      <p className={styles.from}>
        {lift.row.visitOn ? `Đang ở ${slotInWords(lift.row)}.` : 'Chưa có lịch.'} Chọn buổi để đặt vào.
      </p>
      {verdicts.teamGroups > 1 && (
        <RadioField
          label="Tổ đi kiểm tra"
          look="segments"
          value={String(lift.teamGroup)}
          onChange={(value) => setGroup(Number(value))}
          options={Array.from({ length: verdicts.teamGroups }, (_, place) => ({
            value: String(place + 1),
            label: `Tổ ${place + 1}`,
          }))}
        />
      )}
      <div className={styles.target}>
        <h3>{inWords(lift.at)}</h3>
        {look && (
          <p className={classes(styles.badge, styles[look.look])}>
            <look.icon aria-hidden="true" size={16} stroke={2} />
            {look.words}
            {other && ` với ${other.unitName}`}
          </p>
        )}
        {view && problemsOf(view).length > 0 && (
          <ul className={styles.problems}>
            {problemsOf(view).map(({ rule, sentence }) => (
              <li key={`${rule} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        )}
        {look?.look === 'stands' && lift.row.reportDueOn && <p>Hạn gửi báo cáo {formatDate(lift.row.reportDueOn)}.</p>}
      </div>
      <div className={styles.panelActions}>
        <Button kind="primary" className={styles.dropHere} disabled={!mayDrop} onClick={() => drop(lift.at)}>
          {other ? 'Đổi chỗ hai buổi' : 'Đặt vào buổi này'}
        </Button>
        <Button onClick={putBack}>Giữ chỗ cũ</Button>
      </div>
      {mayDrop && verdicts.changes && view && (
        <div className={styles.brings}>
          <ChangeList changes={changesAt(verdicts.changes, lift.row, view)} reportDueOn={view.reportDueOn} brief />
        </div>
      )}
      <p className={styles.keys}>
        Phím: <kbd>←</kbd> <kbd>→</kbd> ngày, <kbd>↑</kbd> <kbd>↓</kbd> buổi và tuần, <kbd>PgUp</kbd> <kbd>PgDn</kbd>{' '}
        tháng, <kbd>Enter</kbd> đặt, <kbd>Esc</kbd> giữ chỗ cũ.
      </p>
    </Card>
  )
}
