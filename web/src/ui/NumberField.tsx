import { type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'

/** What a text says as a number; `ambiguous` when "1.234" could be two of them. */
export type NumberReading =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  | { kind: 'ambiguous'; sentence: string; choices: readonly { value: number; label: string }[] }
  | { kind: 'wrong'; sentence: string }

export interface NumberFieldProps extends FieldProps {
  value: number | null
  /** Called when the person leaves the field or presses Enter with a readable figure, and when a reading is chosen. */
  onCommit: (value: number | null) => void
  read: (text: string) => NumberReading
  /** The figure as people read it: 1.234,5. */
  write: (value: number) => string
  unit?: ReactNode
  /** Name, field and unit on one line, as in a form of figures. */
  line?: boolean
  /** Shown dashed and not to be typed into, such as a rate the product computes. */
  computed?: boolean
  disabled?: boolean
  placeholder?: string
  onFocus?: () => void
  onBlur?: () => void
}

/** A figure in Vietnamese writing. What cannot be read is kept as typed, with a sentence; what is ambiguous is asked. */
export function NumberField(props: NumberFieldProps) {
  const { value, onCommit, read, write, unit, line, computed, disabled, placeholder, error, ...field } = props
  const [draft, setDraft] = useState<string | null>(null)
  const [doubt, setDoubt] = useState<Extract<NumberReading, { sentence: string }> | null>(null)
  const shown = draft ?? (value === null ? '' : write(value))

  const settle = (number: number | null) => {
    setDraft(null)
    setDoubt(null)
    if (number !== value) onCommit(number)
  }
  const commit = () => {
    if (draft === null) return
    const reading = read(draft)
    if (reading.kind === 'empty') settle(null)
    else if (reading.kind === 'number') settle(reading.value)
    else setDoubt(reading)
  }

  return (
    <Field
      {...field}
      line={line}
      unit={computed ? (unit ?? 'tự tính') : unit}
      error={doubt ? <Doubt doubt={doubt} onChoose={settle} /> : error}
    >
      {(control) => (
        <input
          {...control}
          className={classes(control.className, styles.number)}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={computed && value === null ? '–' : shown}
          readOnly={computed}
          disabled={disabled}
          placeholder={placeholder}
          onFocus={props.onFocus}
          onChange={(event) => {
            setDraft(event.target.value)
            setDoubt(null)
          }}
          onBlur={() => {
            commit()
            props.onBlur?.()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit()
            if (event.key === 'Escape') settle(value)
          }}
        />
      )}
    </Field>
  )
}

function Doubt({
  doubt,
  onChoose,
}: {
  doubt: Extract<NumberReading, { sentence: string }>
  onChoose: (value: number) => void
}) {
  return (
    <>
      {doubt.sentence}
      {doubt.kind === 'ambiguous' && (
        <span className={styles.ask}>
          {doubt.choices.map((choice) => (
            <Button key={choice.value} size="s" onClick={() => onChoose(choice.value)}>
              {choice.label}
            </Button>
          ))}
        </span>
      )}
    </>
  )
}
