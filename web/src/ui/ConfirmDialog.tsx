import { type ReactNode, useState } from 'react'
import { FormDialog, type FormDialogProps } from './FormDialog.tsx'
import { TextAreaField } from './TextFields.tsx'

export interface ConfirmDialogProps extends Pick<FormDialogProps, 'title' | 'onClose' | 'danger' | 'wayOut'> {
  /** What will happen and what cannot be undone. */
  children: ReactNode
  /** The act itself as a verb, never "OK". */
  confirmLabel: string
  /** Asks for a reason with this label; the act cannot be done without one. */
  reasonLabel?: string
  /** Does the act; a sentence given back, or a refusal, is shown and the dialog stays. */
  onConfirm: (reason: string) => unknown
}

/** Asks once more before something that others will notice. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, danger, reasonLabel, wayOut = 'Quay lại', onConfirm, onClose } = props
  const [reason, setReason] = useState('')
  const [reasonError, setReasonError] = useState('')
  const confirm = () => {
    if (!reasonLabel || reason.trim()) return onConfirm(reason.trim())
    setReasonError('Ghi lý do trước khi thực hiện; lý do được lưu cùng hồ sơ.')
    return false
  }
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      submitLabel={confirmLabel}
      danger={danger}
      wayOut={wayOut}
      onSubmit={confirm}
    >
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
    </FormDialog>
  )
}
