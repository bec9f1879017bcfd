import { IconX } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'

export interface DialogProps {
  title: string
  /** Told on Escape and on the cross; the page then stops drawing the dialog. */
  onClose: () => void
  /** `side` slides over the right edge, `left` over the left one (navigation on a phone). */
  look?: 'middle' | 'wide' | 'side' | 'left'
  /** The buttons at the foot, the main one last. */
  actions?: ReactNode
  /** Makes the whole dialog a form, so that Enter does the main action. */
  onSubmit?: () => void
  children: ReactNode
}

/** A dialog of the browser's own: the focus stays inside while it is drawn and goes back where it was after. */
export function Dialog({ title, onClose, look = 'middle', actions, onSubmit, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    if (element && !element.open) element.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  const inside = (
    <>
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <IconButton label="Đóng" size="s" onClick={onClose}>
          <IconX size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </>
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // A dialog opened from another one is not part of its form.
    event.stopPropagation()
    onSubmit?.()
  }

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={classes(styles.dialog, look !== 'middle' && styles[look])}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      // A second Escape closes it whatever was answered to the first: while it is still drawn, it stays.
      onClose={() => dialog.current?.open === false && dialog.current.showModal()}
    >
      {onSubmit ? (
        <form className={styles.frame} onSubmit={submit} noValidate>
          {inside}
        </form>
      ) : (
        <div className={styles.frame}>{inside}</div>
      )}
    </dialog>
  )
}
