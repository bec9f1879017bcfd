import { type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import styles from './Field.module.css'
import { Message } from './Message.tsx'

/** What every field takes besides its value. */
export interface FieldProps {
  label: ReactNode
  /** What to write here, before anything went wrong. */
  hint?: ReactNode
  /** What is wrong and how to mend it; marks the field as invalid. */
  error?: ReactNode
  required?: boolean
  /** Further messages under the field (warnings, targets), each a `Message`. */
  below?: ReactNode
}

/** What a control needs to be tied to its label and messages. */
export interface ControlProps {
  id: string
  className: string
  required: boolean | undefined
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** Label, control, hint and messages, tied together for those who hear the page. */
export function Field({
  label,
  hint,
  error,
  required,
  below,
  line,
  unit,
  children,
}: FieldProps & {
  /** Name, field and unit on one line. */
  line?: boolean
  unit?: ReactNode
  children: (control: ControlProps) => ReactNode
}) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const belowId = below ? `${id}-below` : undefined
  const described = [errorId, hintId, belowId].filter(Boolean).join(' ') || undefined
  const control = children({
    id,
    className: styles.control ?? '',
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described,
  })
  return (
    <div className={classes(styles.field, line && styles.line)}>
      {/* The browser leads a label's click only to its own controls, not to an editor. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the control itself is reached by Tab */}
      <label
        id={`${id}-label`}
        className={styles.label}
        htmlFor={id}
        onClick={() => document.getElementById(id)?.focus()}
      >
        {label}
        {required && (
          <span className={styles.must} aria-hidden="true">
            {' '}
            *
          </span>
        )}
      </label>
      {control}
      {(unit || line) && <span className={styles.unit}>{unit}</span>}
      {hint && (
        <span id={hintId} className={classes(styles.hint, styles.below)}>
          {hint}
        </span>
      )}
      {error && (
        <div className={styles.below}>
          <Message kind="error" id={errorId} live>
            {error}
          </Message>
        </div>
      )}
      {below && (
        <div id={belowId} className={styles.below}>
          {below}
        </div>
      )}
    </div>
  )
}
