import { dueInWords, MOST_WORKING_DAYS, requestDueDate } from '@cchc/domain/document-requests/due.ts'
import { useQuery } from '@tanstack/react-query'
import { calendarDaysQuery } from '../calendar/data.ts'
import { chipsOf } from '../platform/counted-days.ts'
import { useSession } from '../platform/session.ts'
import { TextField } from '../ui/TextFields.tsx'
import { WorkingDayStrip } from '../ui/WorkingDayStrip.tsx'
import styles from './Requests.module.css'

/** Working days as a text, or null where it is no number of days. */
export function readDays(text: string): number | null {
  const days = Number(text.trim())
  return /^\d{1,2}$/.test(text.trim()) && days >= 1 && days <= MOST_WORKING_DAYS ? days : null
}

/** How many working days the unit is given, with the very days counted from today. */
export function DueField({
  value,
  onChange,
  error,
}: {
  value: string
  onChange: (text: string) => void
  error?: string
}) {
  const { today } = useSession()
  const { data } = useQuery({ ...calendarDaysQuery, staleTime: 300_000 })
  const days = readDays(value)
  const due = data && days !== null ? requestDueDate(today, days, data.days) : null
  return (
    <div className={styles.due}>
      <TextField
        label="Số ngày làm việc để trả lời"
        required
        inputMode="numeric"
        value={value}
        error={error}
        onChange={onChange}
      />
      {due && (
        <>
          <WorkingDayStrip label="Các ngày đã đếm" days={chipsOf(due.counted, due.dueOn, null)} />
          <p className={styles.quiet}>{dueInWords(due.dueOn, due.counted)}</p>
        </>
      )}
    </div>
  )
}
