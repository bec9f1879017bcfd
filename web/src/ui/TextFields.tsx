import { IconEye, IconEyeOff } from '@tabler/icons-react'
import {
  type ChangeEvent,
  type InputHTMLAttributes,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useState,
} from 'react'
import { IconButton } from './Button.tsx'
import styles from './Field.module.css'
import { Field, type FieldProps } from './Field.tsx'

type Own = 'value' | 'onChange' | 'required' | 'id' | 'className'

type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, Own> & { value: string; onChange: (text: string) => void }

const textOf =
  (onChange: (text: string) => void) =>
  (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
    onChange(event.target.value)

/** One line of text. */
export function TextField({ label, hint, error, required, below, value, onChange, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} below={below}>
      {(control) => <input type="text" {...input} {...control} value={value} onChange={textOf(onChange)} />}
    </Field>
  )
}

type TextAreaFieldProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, Own> & { value: string; onChange: (text: string) => void }

/** Several lines of text; grows with what is written. */
export function TextAreaField({ label, hint, error, required, below, value, onChange, ...area }: TextAreaFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} below={below}>
      {(control) => <textarea rows={3} {...area} {...control} value={value} onChange={textOf(onChange)} />}
    </Field>
  )
}

/** A password that can be shown while it is typed. */
export function PasswordField({ label, hint, error, required, below, value, onChange, ...input }: TextFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field label={label} hint={hint} error={error} required={required} below={below}>
      {(control) => (
        <div className={styles.withEnd}>
          <input {...input} {...control} type={shown ? 'text' : 'password'} value={value} onChange={textOf(onChange)} />
          <IconButton
            className={styles.end}
            size="s"
            label={shown ? 'Ẩn mật khẩu' : 'Hiện mật khẩu'}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? <IconEyeOff size={17} aria-hidden="true" /> : <IconEye size={17} aria-hidden="true" />}
          </IconButton>
        </div>
      )}
    </Field>
  )
}

export interface Option {
  value: string
  label: string
  disabled?: boolean
}

type SelectFieldProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, Own> & {
    value: string
    onChange: (value: string) => void
    options: readonly Option[]
    /** The empty choice, such as "Chọn đơn vị"; left out where one must always be chosen. */
    placeholder?: string
  }

/** A short list to choose one from; for long lists use `ComboField`. */
export function SelectField({
  label,
  hint,
  error,
  required,
  below,
  value,
  onChange,
  options,
  placeholder,
  ...select
}: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} required={required} below={below}>
      {(control) => (
        <select {...select} {...control} value={value} onChange={textOf(onChange)}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
