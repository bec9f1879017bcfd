import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { RadioField } from '../ui/ChoiceFields.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import styles from './Answer.module.css'

/** Taken over or not, and why; behind a button, so that the list stays short. */
export function SettleForm({
  who,
  onSettle,
  yes = 'Tiếp thu',
  no = 'Không tiếp thu',
}: {
  who: string
  onSettle: (takenOver: boolean, words: string) => Promise<unknown>
  yes?: string
  no?: string
}) {
  const [open, setOpen] = useState(false)
  const [taken, setTaken] = useState('yes')
  const [words, setWords] = useState('')
  const sending = useSending()
  if (!open)
    return (
      <Button size="s" onClick={() => setOpen(true)} aria-label={`Xử lý ý kiến của ${who}`}>
        Xử lý
      </Button>
    )
  const send = () =>
    sending.send(async () => {
      if (words.trim() === '') return taken === 'yes' ? 'Ghi đã sửa gì, ở đâu.' : 'Ghi lý do không tiếp thu.'
      await onSettle(taken === 'yes', words)
      toast({ tone: 'good', text: 'Đã xử lý ý kiến.' })
    })
  return (
    <div className={styles.form}>
      <RadioField
        label={`Xử lý ý kiến của ${who}`}
        look="segments"
        value={taken}
        onChange={setTaken}
        options={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
      />
      <TextAreaField
        label={taken === 'yes' ? 'Đã sửa gì' : 'Lý do'}
        required
        rows={2}
        maxLength={5000}
        value={words}
        onChange={setWords}
        error={sending.problem}
      />
      <div className={styles.buttons}>
        <Button size="s" kind="primary" busy={sending.busy} onClick={() => void send()}>
          Ghi lại
        </Button>
        <Button size="s" kind="quiet" onClick={() => setOpen(false)}>
          Hủy
        </Button>
      </div>
    </div>
  )
}
