import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import styles from './Dialog.module.css'
import { Dialog, type DialogProps } from './Dialog.tsx'
import { Problem } from './Problem.tsx'
import { useSending } from './use-sending.ts'

/**
 * How a dialog is left without doing anything. One rule everywhere:
 * - “Hủy”: what was entered is given up.
 * - “Để sau”: something waits for this person and goes on waiting (to issue, approve, sign, settle).
 * - “Quay lại”: a question before an act; the page stands as it was. Never “Hủy”, which may be the act itself.
 * - “Đóng”: it was only looked at (a `Dialog` without a form).
 * - “Giữ bản đã lưu”: the other side of a clash.
 */
export type WayOut = 'Hủy' | 'Để sau' | 'Quay lại' | 'Đóng' | 'Giữ bản đã lưu'

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'look' | 'onClose'> {
  /** The act as a verb, never "OK". */
  submitLabel: string
  /** Does the act; see `Sending.send` for what it may give back. The dialog closes when it is done, else all that was typed stays. */
  onSubmit: () => unknown
  danger?: boolean
  /** False while there is nothing to send yet. */
  ready?: boolean
  wayOut?: WayOut
  /** Further buttons, before the way out. */
  others?: ReactNode
  /** What did not come about, in bold before the reason. */
  problemLead?: string
  /** The fields, one under another. */
  children: ReactNode
}

/** A dialog that sends something: once at a time, and not to be left before the answer. */
export function FormDialog(props: FormDialogProps) {
  const {
    title,
    look,
    onClose,
    submitLabel,
    onSubmit,
    danger,
    ready = true,
    wayOut = 'Hủy',
    others,
    problemLead,
  } = props
  const sending = useSending()
  const { busy, problem, failed, send } = sending
  const fields = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failed > 0 && !problem) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [failed, problem])
  const close = () => {
    if (!busy) onClose()
  }
  const submit = async () => {
    if (await send(onSubmit)) onClose()
  }
  return (
    <Dialog
      title={title}
      look={look}
      onClose={close}
      onSubmit={() => void submit()}
      actions={
        <>
          <Problem of={sending} lead={problemLead} />
          {others}
          <Button disabled={busy} onClick={close}>
            {wayOut}
          </Button>
          <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={busy} disabled={!ready}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <div ref={fields} className={styles.form}>
        {props.children}
      </div>
    </Dialog>
  )
}
