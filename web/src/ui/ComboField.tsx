import { type KeyboardEvent, useId, useRef, useState } from 'react'
import styles from './ComboField.module.css'
import { Field, type FieldProps } from './Field.tsx'
import { Floating } from './Floating.tsx'
import { matches } from './fold.ts'

export interface ComboOption {
  value: string
  label: string
  /** Smaller words beside the label, searched too. */
  note?: string
}

export interface ComboFieldProps extends FieldProps {
  value: string | null
  onChange: (value: string | null) => void
  options: readonly ComboOption[]
  placeholder?: string
  disabled?: boolean
}

/** Choosing one of many by typing part of it, with or without diacritics. Emptying the field chooses none. */
export function ComboField({ value, onChange, options, placeholder, disabled, ...field }: ComboFieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const chosen = options.find((option) => option.value === value)
  const found = draft ? options.filter((option) => matches(`${option.label} ${option.note ?? ''}`, draft)) : options

  const show = (place: number) => {
    setOpen(true)
    setAt(place)
    requestAnimationFrame(() => list.current?.children[place]?.scrollIntoView({ block: 'nearest' }))
  }
  const choose = (option: ComboOption | undefined) => {
    setDraft(null)
    setOpen(false)
    if (option && option.value !== value) onChange(option.value)
  }
  const leave = () => {
    if (draft === '' && value !== null) onChange(null)
    setDraft(null)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') show(open ? Math.min(at + 1, found.length - 1) : Math.max(0, found.indexOf(chosen!)))
    else if (event.key === 'ArrowUp') show(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && open) choose(found[at])
    else if (event.key === 'Escape' && open) {
      setDraft(null)
      setOpen(false)
      // The dialog around the field must stay.
      event.stopPropagation()
    } else return
    event.preventDefault()
  }

  return (
    <Field {...field}>
      {(control) => (
        <>
          <input
            {...control}
            ref={input}
            type="text"
            role="combobox"
            autoComplete="off"
            aria-expanded={open}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={open && found[at] ? `${id}-${at}` : undefined}
            placeholder={placeholder}
            disabled={disabled}
            value={draft ?? chosen?.label ?? ''}
            onChange={(event) => {
              setDraft(event.target.value)
              show(0)
            }}
            onClick={() => show(Math.max(0, chosen ? found.indexOf(chosen) : 0))}
            onBlur={leave}
            onKeyDown={onKeyDown}
          />
          <Floating open={open} manual onClose={() => setOpen(false)} anchor={input} className={styles.list}>
            <div ref={list} id={`${id}-list`} role="listbox" aria-label="Lựa chọn" tabIndex={-1}>
              {found.map((option, place) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, which keeps the focus
                // biome-ignore lint/a11y/useFocusableInteractive: the field points at the option by aria-activedescendant
                <div
                  key={option.value}
                  id={`${id}-${place}`}
                  role="option"
                  aria-selected={place === at}
                  className={styles.option}
                  // Before the field loses the focus and closes the list.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                >
                  {option.label} {option.note && <span className={styles.note}>{option.note}</span>}
                </div>
              ))}
            </div>
            {found.length === 0 && <p className={styles.none}>Không có mục nào khớp với “{draft}”.</p>}
          </Floating>
        </>
      )}
    </Field>
  )
}
