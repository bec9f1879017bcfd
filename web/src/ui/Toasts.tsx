import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react'
import { Button, IconButton } from './Button.tsx'
import { classes } from './classes.ts'
import styles from './Toasts.module.css'
import { dismissToast, toastsId, useToasts } from './toasts.ts'

const icons = { good: IconCheck, note: IconInfoCircle, error: IconAlertTriangle }

/** The place where `toast` speaks; drawn once, in the frame. */
export function Toasts() {
  const toasts = useToasts()
  return (
    <section id={toastsId} className={styles.region} aria-label="Thông báo" aria-live="polite">
      {toasts.map(({ id, tone, text, undo }) => {
        const Icon = icons[tone]
        return (
          <div key={id} className={classes(styles.toast, styles[tone])}>
            <Icon size={18} aria-hidden="true" />
            <p>{text}</p>
            {undo && (
              <Button
                kind="quiet"
                size="s"
                onClick={() => {
                  dismissToast(id)
                  undo.run()
                }}
              >
                {undo.label}
              </Button>
            )}
            <IconButton label="Đóng thông báo" size="s" onClick={() => dismissToast(id)}>
              <IconX size={16} aria-hidden="true" />
            </IconButton>
          </div>
        )
      })}
    </section>
  )
}
