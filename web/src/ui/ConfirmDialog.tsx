import { type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Message } from './Message.tsx'
import { TextAreaField } from './TextFields.tsx'

export interface ConfirmDialogProps {
  title: string
  /** What will happen and what cannot be undone. */
  children: ReactNode
  /** The act itself as a verb, never "OK". */
  confirmLabel: string
  danger?: boolean
  /** Asks for a reason with this label; the act cannot be done without one. */
  reasonLabel?: string
  /** Does the act; a rejection is shown as its message and the dialog stays. */
  onConfirm: (reason: string) => Promise<unknown> | unknown
  onClose: () => void
}

/** Asks once more before something that others will notice. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, danger, reasonLabel, onConfirm, onClose } = props
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const [reasonError, setReasonError] = useState('')

  const confirm = async () => {
    if (reasonLabel && !reason.trim()) {
      setReasonError('Ghi lý do trước khi thực hiện; lý do được lưu cùng hồ sơ.')
      return
    }
    setBusy(true)
    setFailure('')
    try {
      await onConfirm(reason.trim())
      onClose()
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={confirm}
      actions={
        <>
          <Button onClick={onClose}>Không làm</Button>
          <Button type="submit" kind={danger ? 'danger' : 'primary'} busy={busy}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div style={{ display: 'grid', gap: 12 }}>
        <div>{children}</div>
        {reasonLabel && (
          <TextAreaField
            label={reasonLabel}
            required
            value={reason}
            error={reasonError}
            onChange={(text) => {
              setReason(text)
              setReasonError('')
            }}
          />
        )}
        {failure && (
          <Message kind="error" live>
            {failure}
          </Message>
        )}
      </div>
    </Dialog>
  )
}
