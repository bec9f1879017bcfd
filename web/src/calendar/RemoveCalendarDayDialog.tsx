import { swapPartner } from '@cchc/domain/calendar/change.ts'
import type { CalendarDayView } from '@cchc/domain/calendar/contract.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { useEffect, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './Calendar.module.css'
import { CalendarEffectsList } from './CalendarEffectsList.tsx'
import { entryOf } from './changes-of-draft.ts'
import { useCalendarChange } from './use-calendar-change.ts'

/** Takes a day out of the list, together with the other day of its swap; what that moves is listed before. */
export function RemoveCalendarDayDialog({
  day,
  days,
  onClose,
}: {
  day: CalendarDayView
  days: readonly CalendarDayView[]
  onClose: () => void
}) {
  const partner = swapPartner(day, days)
  const [withPartner, setWithPartner] = useState(true)
  const [reason, setReason] = useState('')
  const change = useCalendarChange()
  const { preview } = change
  const removed = [day, ...(partner && withPartner ? [partner] : [])]

  useEffect(() => {
    void preview(removed.map((row) => ({ day: row.day, before: entryOf(row), to: null })))
  }, [withPartner])

  const apply = async () => {
    if (!reason.trim()) return change.refuse('Ghi lý do; lý do được lưu cùng mỗi hạn thay đổi.')
    if (!(await change.apply(reason.trim()))) return
    toast({ tone: 'good', text: `Đã bỏ ${removed.length === 2 ? 'hai ngày' : 'ngày này'} khỏi danh sách.` })
    onClose()
  }

  return (
    <Dialog
      title="Bỏ ngày này khỏi danh sách?"
      look="wide"
      onClose={onClose}
      onSubmit={() => void apply()}
      actions={
        <>
          <Button onClick={onClose}>Quay lại</Button>
          <Button kind="danger" type="submit" busy={change.busy} disabled={!change.previewed}>
            {removed.length === 2 ? 'Bỏ cả hai ngày' : 'Bỏ ngày'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          {formatDateWithWeekday(day.day)} ({day.name}) sẽ được tính như ngày thường.
        </p>
        {partner && (
          <CheckField
            label={`Bỏ cùng ${formatDateWithWeekday(partner.day)} (${partner.name}): hai ngày của một lần hoán đổi`}
            checked={withPartner}
            onChange={setWithPartner}
          />
        )}
        {change.previewed ? <CalendarEffectsList effects={change.previewed.effects} /> : <Skeleton lines={3} />}
        <TextField label="Lý do" required value={reason} onChange={setReason} />
        {change.problem && (
          <Message kind="error" live>
            {change.problem}
          </Message>
        )}
      </div>
    </Dialog>
  )
}
