import type { ReactNode } from 'react'
import { sentenceOf } from '../platform/refusal.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Message } from '../ui/Message.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import styles from './Beside.module.css'

interface Props {
  title: string
  options: readonly { value: string; label: string }[]
  from: string
  to: string
  onFrom: (version: string) => void
  onTo: (version: string) => void
  error: Error | null
  onClose: () => void
  /** What differs, or that it is being loaded. */
  children: ReactNode
}

/** Two versions of one thing, each to be chosen, and what differs between them. */
export function CompareDialog({ title, options, from, to, onFrom, onTo, error, onClose, children }: Props) {
  return (
    <Dialog title={title} look="wide" onClose={onClose}>
      <div className={styles.picks}>
        <SelectField label="Bản trước" value={from} onChange={onFrom} options={[...options]} />
        <SelectField label="Bản sau" value={to} onChange={onTo} options={[...options]} />
      </div>
      {error ? <Message kind="error">{sentenceOf(error)}</Message> : children}
    </Dialog>
  )
}
