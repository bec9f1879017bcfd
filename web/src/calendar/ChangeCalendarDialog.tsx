import { changeInWords } from '@cchc/domain/calendar/change.ts'
import type { CalendarChange, CalendarDayView } from '@cchc/domain/calendar/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Calendar.module.css'
import { CalendarDayFields, type Draft, draftOf } from './CalendarDayFields.tsx'
import { CalendarEffectsList } from './CalendarEffectsList.tsx'
import { changesOf } from './changes-of-draft.ts'
import { useCalendarChange } from './use-calendar-change.ts'

interface Props {
  /** Null adds a day. */
  day: CalendarDayView | null
  days: readonly CalendarDayView[]
  onClose: () => void
}

/** Adds a day or changes one, together with the other day of its swap; first lists what that moves, then applies it. */
export function ChangeCalendarDialog({ day, days, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(day, days))
  const [reason, setReason] = useState('')
  const change = useCalendarChange()
  const { previewed } = change

  const ask = async () => {
    const changes = changesOf(draft, day, days)
    if (typeof changes === 'string') return change.refuse(changes)
    await change.preview(changes)
    if (!reason) setReason(`Theo ${draft.basis.trim()}`)
  }
  const apply = async () => {
    if (!reason.trim()) return change.refuse('Ghi lý do; lý do được lưu cùng mỗi hạn thay đổi.')
    const applied = await change.apply(reason.trim())
    if (!applied) return
    const moved = applied.deadlines.length
    toast({
      tone: 'good',
      text: `Đã áp dụng. ${moved === 0 ? 'Không có hạn nào thay đổi.' : `${moved} hạn đã chuyển; đơn vị liên quan được báo.`}`,
    })
    onClose()
  }

  if (previewed)
    return (
      <Dialog
        title="Thay đổi này ảnh hưởng gì"
        look="wide"
        onClose={onClose}
        onSubmit={() => void apply()}
        actions={
          <>
            <Button onClick={change.back}>Sửa lại</Button>
            <Button kind="primary" type="submit" busy={change.busy}>
              Áp dụng
            </Button>
          </>
        }
      >
        <Applying changes={previewed.changes} />
        <CalendarEffectsList effects={previewed.effects} />
        <div className={styles.form} style={{ marginTop: 16 }}>
          <TextField label="Lý do" required value={reason} onChange={setReason} />
          {change.problem && (
            <Message kind="error" live>
              {change.problem}
            </Message>
          )}
        </div>
      </Dialog>
    )

  return (
    <Dialog
      title={day ? `Sửa ngày ${formatDate(day.day)}` : 'Thêm ngày nghỉ hoặc ngày làm bù'}
      onClose={onClose}
      onSubmit={() => void ask()}
      actions={
        <>
          <Button onClick={onClose}>Hủy</Button>
          <Button kind="primary" type="submit" busy={change.busy}>
            Xem ảnh hưởng
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <CalendarDayFields draft={draft} onChange={setDraft} existing={day !== null} />
        {change.problem && (
          <Message kind="error" live>
            {change.problem}
          </Message>
        )}
      </div>
    </Dialog>
  )
}

/** What will stand in the list, in words. */
function Applying({ changes }: { changes: readonly CalendarChange[] }) {
  return (
    <ul className={styles.changes} style={{ marginBottom: 14 }}>
      {changes.map((change) => (
        <li key={change.day}>{upperFirst(changeInWords(change))}</li>
      ))}
    </ul>
  )
}
