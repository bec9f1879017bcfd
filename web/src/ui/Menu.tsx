import { IconCheck } from '@tabler/icons-react'
import {
  type ButtonHTMLAttributes,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { Floating } from './Floating.tsx'
import styles from './Menu.module.css'

export interface MenuItem {
  key: string
  label: string
  icon?: ReactNode
  /** For one of several choices: whether it is the one in force. */
  checked?: boolean
  run: () => void
}

export interface MenuProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What the menu is, for those who hear it. */
  label: string
  items: readonly MenuItem[]
  /** Words above the items. */
  head?: ReactNode
  children: ReactNode
}

/** A button that opens a short list of acts; arrows move, Enter does, Escape goes back to the button. */
export function Menu({ label, items, head, children, ...button }: MenuProps) {
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()

  useEffect(() => {
    if (open) list.current?.querySelector('button')?.focus()
  }, [open])

  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 + buttons.length, Home: 0, End: buttons.length - 1 }[event.key]
    if (next === undefined) {
      if (event.key === 'Tab') setOpen(false)
      return
    }
    event.preventDefault()
    buttons[next % buttons.length]?.focus()
  }

  return (
    <>
      <button
        type="button"
        {...button}
        ref={trigger}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      <Floating
        open={open}
        onClose={() => {
          setOpen(false)
          trigger.current?.focus()
        }}
        anchor={trigger}
        align="end"
        className={styles.menu}
      >
        {head && <div className={styles.head}>{head}</div>}
        <div ref={list} id={id} role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
          {items.map((item) => (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is a radio item exactly where it is checked or not
            <button
              key={item.key}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              tabIndex={-1}
              className={styles.item}
              onClick={() => {
                setOpen(false)
                item.run()
              }}
            >
              {item.icon}
              {item.label}
              {item.checked && <IconCheck className={styles.check} aria-hidden="true" />}
            </button>
          ))}
        </div>
      </Floating>
    </>
  )
}
