import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type ReactNode, useState } from 'react'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { toast } from '../ui/toasts.ts'
import styles from './GrantDialog.module.css'

interface Props {
  title: string
  confirmLabel: string
  reasonLabel: string
  /** Who sees this, and what it does. */
  about: string
  /** What is said once it is done. */
  done: string
  /** What the unit asks, and what has been proposed to whoever decides; a proposal without a date is to refuse. */
  request: {
    readonly wishedOn: string
    readonly reason: string
    readonly proposal: { readonly to: string | null } | null
  }
  dateField: (to: string | null, setTo: (to: string | null) => void) => ReactNode
  /** `to` null: no more time. */
  act: (to: string | null, words: string) => Promise<void>
  onClose: () => void
}

/** Granting more time until a day, or refusing it; also a proposal to do so. */
export function GrantDialog({
  title,
  confirmLabel,
  reasonLabel,
  about,
  done,
  request,
  dateField,
  act,
  onClose,
}: Props) {
  const { proposal, wishedOn } = request
  const [choice, setChoice] = useState(proposal && proposal.to === null ? 'no' : 'yes')
  const [to, setTo] = useState<string | null>(proposal?.to ?? wishedOn)
  const confirm = async (words: string) => {
    if (choice === 'yes' && !to) return 'Chọn ngày gia hạn đến.'
    await act(choice === 'yes' ? to : null, words)
    toast({ tone: 'good', text: done })
  }
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={confirmLabel}
      reasonLabel={reasonLabel}
      onConfirm={confirm}
      onClose={onClose}
    >
      <div className={styles.fields}>
        <p>
          Đơn vị xin đến <strong>{formatDate(wishedOn)}</strong>: {request.reason}
        </p>
        <p className={styles.quiet}>{about}</p>
        <RadioField
          label="Kết quả"
          look="segments"
          value={choice}
          onChange={setChoice}
          options={[
            { value: 'yes', label: 'Gia hạn' },
            { value: 'no', label: 'Không gia hạn' },
          ]}
        />
        {choice === 'yes' && dateField(to, setTo)}
      </div>
    </ConfirmDialog>
  )
}
