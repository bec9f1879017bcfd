import type { BusyTimeView } from '@cchc/domain/availability/contract.ts'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { DateField } from '../ui/DateField.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './BusyTimes.module.css'
import { type Subject, saveBusyTime } from './data.ts'

interface Props {
  subject: Subject
  /** Whose it is, for the title: "Phường Lê Chân"; null for one's own. */
  name: string | null
  /** Null enters a new one. */
  time: BusyTimeView | null
  onClose: () => void
}

const parts = [
  { value: 'whole', label: 'Cả ngày' },
  { value: 'morning', label: 'Sáng' },
  { value: 'afternoon', label: 'Chiều' },
]

/** Enters or changes one busy time: a half-day, a day, or several days. */
export function BusyTimeDialog({ subject, name, time, onClose }: Props) {
  const { today } = useSession()
  const [from, setFrom] = useState<string | null>(time?.from ?? null)
  const [to, setTo] = useState<string | null>(time && time.to !== time.from ? time.to : null)
  const [part, setPart] = useState<string>(time?.halfDay ?? 'whole')
  const [reason, setReason] = useState(time?.reason ?? '')
  const [errors, setErrors] = useState<{ from?: string; to?: string }>({})
  const several = from !== null && to !== null && to !== from

  const save = async () => {
    const wrong = {
      from: from ? undefined : 'Chọn ngày bận.',
      to: from && to && to < from ? 'Ngày cuối phải sau ngày đầu.' : undefined,
    }
    setErrors(wrong)
    if (!from || wrong.to) return false
    const halfDay = several || part === 'whole' ? null : (part as 'morning' | 'afternoon')
    await saveBusyTime(subject, time, { from, to: to ?? from, halfDay, reason: reason.trim() })
    toast({ tone: 'good', text: 'Đã lưu lịch bận.' })
  }

  return (
    <FormDialog
      title={`${time ? 'Sửa lịch bận' : 'Thêm lịch bận'}${name ? `: ${name}` : ''}`}
      onClose={onClose}
      onSubmit={save}
      submitLabel="Lưu"
    >
      <div className={styles.dates}>
        <DateField
          label="Ngày bận"
          required
          value={from}
          today={from ?? today}
          error={errors.from}
          onChange={(date) => {
            setFrom(date)
            setErrors({})
          }}
        />
        <DateField
          label="Đến hết ngày"
          value={to}
          today={to ?? from ?? today}
          error={errors.to}
          hint="Để trống nếu chỉ bận một ngày."
          onChange={(date) => {
            setTo(date)
            setErrors({})
          }}
        />
      </div>
      {!several && <RadioField label="Buổi" look="segments" value={part} onChange={setPart} options={parts} />}
      <TextField
        label="Lý do"
        value={reason}
        maxLength={300}
        onChange={setReason}
        hint="Không bắt buộc. Chỉ người ghi và thư ký Đoàn đọc được; người khác chỉ thấy “bận”."
      />
    </FormDialog>
  )
}
