import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { Message } from './Message.tsx'
import type { Option } from './TextFields.tsx'

interface CheckFieldProps {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

/** One thing that is so or not. */
export function CheckField({ label, checked, onChange, disabled }: CheckFieldProps) {
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  )
}

interface CheckGroupProps {
  label: string
  required?: boolean
  error?: ReactNode
  /** `CheckField`s. */
  children: ReactNode
}

/** Several things that may each be so, under one name. */
export function CheckGroup({ label, required, error, children }: CheckGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend>
        {label}
        {required && (
          <span className={styles.must} aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </legend>
      <div className={styles.choices}>{children}</div>
      {error && (
        <div className={styles.below} style={{ marginTop: 6 }}>
          <Message kind="error" live>
            {error}
          </Message>
        </div>
      )}
    </fieldset>
  )
}

interface RadioFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly Option[]
  error?: ReactNode
  /** `segments` puts the choices into one bar and the label out of sight. */
  look?: 'list' | 'segments'
}

/** One of a few, all of them in sight. */
export function RadioField({ label, value, onChange, options, error, look = 'list' }: RadioFieldProps) {
  const name = useId()
  const segments = look === 'segments'
  return (
    <fieldset className={styles.group}>
      <legend className={segments ? 'hidden-visually' : undefined}>{label}</legend>
      <div className={segments ? styles.segments : styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={segments ? styles.segment : styles.choice}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <div className={classes(styles.below)} style={{ marginTop: 6 }}>
          <Message kind="error" live>
            {error}
          </Message>
        </div>
      )}
    </fieldset>
  )
}
