import type { RecommendationDetail } from '@cchc/domain/follow-up/contract.ts'
import { HalfDay, halfDayNames } from '@cchc/domain/inspections/contract.ts'
import { useState } from 'react'
import { useCalendar } from '../conclusions/use-calendar.ts'
import { useSession } from '../platform/session.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { DateField } from '../ui/DateField.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './MoreTime.module.css'
import { noteRevisit } from './oversight-data.ts'

/** Both halves of a day, to choose one. */
export function HalfDayField({ value, onChange }: { value: HalfDay; onChange: (half: HalfDay) => void }) {
  return (
    <RadioField
      label="Buổi"
      look="segments"
      value={value}
      onChange={(half) => onChange(HalfDay.parse(half))}
      options={HalfDay.options.map((half) => ({ value: half, label: halfDayNames[half] }))}
    />
  )
}

/** Noting when the team goes there again. */
export function RevisitDialog({
  recommendation: { recommendationId, unitName },
  onClose,
}: {
  recommendation: RecommendationDetail
  onClose: () => void
}) {
  const { today } = useSession()
  const { dayOff } = useCalendar()
  const [on, setOn] = useState<string | null>(null)
  const [halfDay, setHalfDay] = useState<HalfDay>('morning')
  const [note, setNote] = useState('')
  const save = async () => {
    if (!on) return 'Chọn ngày kiểm tra lại.'
    await noteRevisit(recommendationId, { on, halfDay, note })
    toast({ tone: 'good', text: 'Đã ghi lịch kiểm tra lại và báo cho đơn vị.' })
  }
  return (
    <ConfirmDialog
      title={`Kiểm tra lại tại ${unitName}?`}
      confirmLabel="Ghi lịch, báo đơn vị"
      onConfirm={save}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <DateField
          label="Ngày kiểm tra lại"
          required
          value={on}
          onChange={setOn}
          min={today}
          today={today}
          dayOff={dayOff}
        />
        <HalfDayField value={halfDay} onChange={setHalfDay} />
        <TextAreaField label="Sẽ xem gì (đơn vị đọc được)" rows={2} value={note} onChange={setNote} />
      </div>
    </ConfirmDialog>
  )
}
