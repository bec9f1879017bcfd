import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { IconButton } from './Button.tsx'
import { readDate, writeDate } from './date-text.ts'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'
import { Floating } from './Floating.tsx'
import { Skeleton } from './Skeleton.tsx'

const DateCalendar = lazy(() => import('./DateCalendar.tsx'))

export interface DateFieldProps extends FieldProps {
  /** ISO date or null. */
  value: string | null
  onChange: (iso: string | null) => void
  min?: string
  max?: string
  /** Why a day cannot be worked on ("Quốc khánh"), or undefined; such days are struck in the calendar but can be typed. */
  dayOff?: (iso: string) => string | undefined
  /** The month that opens where there is no value, and the year of "17/9"; ISO date. */
  today?: string
  disabled?: boolean
}

/** A date, typed as 17/9/2026 in the usual ways or picked from a calendar that is loaded when first opened. */
export function DateField({ value, onChange, min, max, dayOff, today, disabled, error, ...field }: DateFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [wrong, setWrong] = useState('')
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLDivElement>(null)

  const settle = (iso: string | null) => {
    setDraft(null)
    setWrong('')
    if (iso !== value) onChange(iso)
  }
  const write = (text: string) => {
    setDraft(text)
    setWrong('')
    // Taken at once when it is whole: what follows from it must not appear only when a button is being pressed, and move it away.
    const reading = readDate(text)
    if (reading.kind === 'date' && /\d{4}$/.test(text.trim()) && isWithin(reading.iso) && reading.iso !== value)
      onChange(reading.iso)
  }
  const isWithin = (iso: string) => (!min || iso >= min) && (!max || iso <= max)
  const commit = () => {
    if (draft === null) return
    const reading = readDate(draft, today ? Number(today.slice(0, 4)) : undefined)
    if (reading.kind === 'empty') settle(null)
    else if (reading.kind === 'wrong') setWrong(reading.sentence)
    else if (min && reading.iso < min) setWrong(`Ngày này sớm hơn ngày đầu được chọn, ${writeDate(min)}.`)
    else if (max && reading.iso > max) setWrong(`Ngày này muộn hơn ngày cuối được chọn, ${writeDate(max)}.`)
    else settle(reading.iso)
  }

  return (
    <Field {...field} error={wrong || error}>
      {(control) => (
        <div ref={anchor} className={styles.withEnd}>
          <input
            {...control}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder="ngày/tháng/năm"
            disabled={disabled}
            value={draft ?? (value ? writeDate(value) : '')}
            onChange={(event) => write(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit()
              if (event.key === 'ArrowDown' && event.altKey) setOpen(true)
            }}
          />
          <IconButton
            className={styles.end}
            size="s"
            label="Chọn trên lịch"
            aria-haspopup="dialog"
            aria-expanded={open}
            disabled={disabled}
            onClick={() => setOpen(!open)}
          >
            <IconCalendar size={17} aria-hidden="true" />
          </IconButton>
          <Floating
            open={open}
            onClose={() => setOpen(false)}
            anchor={anchor}
            align="end"
            role="dialog"
            aria-label="Lịch"
          >
            <Suspense fallback={<Skeleton lines={6} label="Đang mở lịch" />}>
              <DateCalendar
                value={value}
                min={min}
                max={max}
                today={today}
                dayOff={dayOff}
                onPick={(iso) => {
                  settle(iso)
                  setOpen(false)
                }}
              />
            </Suspense>
          </Floating>
        </div>
      )}
    </Field>
  )
}
