import { type CalendarDayView, saveCalendarDay } from '@cchc/domain/calendar/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { SelectField, TextField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { movedInWords } from './moved-in-words.ts'
import { dayKinds, dayStatuses } from './wording.ts'

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** Adds a day or changes one; says afterwards which deadlines moved. */
export function CalendarDayDialog({ day, onClose }: { day: CalendarDayView | null; onClose: () => void }) {
  const [date, setDate] = useState<string | null>(day?.day ?? null)
  const [kind, setKind] = useState<CalendarDayView['kind']>(day?.kind ?? 'holiday')
  const [name, setName] = useState(day?.name ?? '')
  const [basis, setBasis] = useState(day?.basis ?? '')
  const [status, setStatus] = useState<CalendarDayView['status']>(day?.status ?? 'final')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)

  const save = async () => {
    if (!date) return setProblem('Chưa chọn ngày.')
    setBusy(true)
    try {
      const { moved } = await call(saveCalendarDay, { params: { day: date }, body: { kind, name, basis, status } })
      await queries.invalidateQueries()
      toast({ tone: 'good', text: `Đã lưu ngày ${formatDate(date)}. ${movedInWords(moved)}` })
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={day ? `Sửa ngày ${formatDate(day.day)}` : 'Thêm ngày nghỉ hoặc ngày làm bù'}
      onClose={onClose}
      onSubmit={() => void save()}
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind="primary" type="submit" busy={busy}>
            Lưu ngày
          </Button>
        </>
      }
    >
      {!day && <DateField label="Ngày" required value={date} onChange={setDate} />}
      <SelectField
        label="Loại"
        required
        value={kind}
        onChange={(value) => setKind(value as CalendarDayView['kind'])}
        options={options(dayKinds)}
      />
      <TextField label="Tên" required value={name} onChange={setName} placeholder="Nghỉ hoán đổi Quốc khánh" />
      <TextField label="Căn cứ" required value={basis} onChange={setBasis} placeholder="Số, ngày của thông báo" />
      <SelectField
        label="Hiệu lực"
        required
        value={status}
        onChange={(value) => setStatus(value as CalendarDayView['status'])}
        options={options(dayStatuses)}
        hint="Ngày mới đề xuất thì chưa được tính vào hạn nào."
      />
      {problem && (
        <Message kind="error" live>
          {problem}
        </Message>
      )}
    </Dialog>
  )
}
