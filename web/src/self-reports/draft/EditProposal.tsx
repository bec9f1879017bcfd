import { type AnswerValue, isFigure, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { useState } from 'react'
import { readNumber, writeNumber } from '../../platform/number-reading.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { TextAreaField, TextField } from '../../ui/TextFields.tsx'
import styles from './DraftImport.module.css'

interface Props {
  item: OutlineItem
  value: AnswerValue
  onTake: (value: AnswerValue) => void
  onLeave: () => void
}

/** The proposed value in a box, to be mended before it is accepted. */
export function EditProposal({ item, value, onTake, onLeave }: Props) {
  const [text, setText] = useState(typeof value === 'number' ? writeNumber(value) : String(value))
  const [error, setError] = useState<string | undefined>()
  const take = () => {
    if (!isFigure(item)) return text.trim() === '' ? setError('Chưa có nội dung nào.') : onTake(text)
    const reading = readNumber(text)
    if (reading.kind === 'number') onTake(reading.value)
    else setError(reading.kind === 'empty' ? 'Chưa có số nào.' : reading.sentence)
  }
  const label = 'Nội dung để nhận'
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      {item.kind === 'date' ? (
        <DateField label={label} value={text} onChange={(date) => setText(date ?? '')} />
      ) : isFigure(item) ? (
        <TextField label={label} inputMode="decimal" value={text} error={error} onChange={setText} />
      ) : (
        <TextAreaField label={label} value={text} error={error} rows={5} onChange={setText} />
      )}
      <div className={styles.acts}>
        <Button size="s" type="submit">
          Nhận nội dung đã sửa
        </Button>
        <Button size="s" onClick={onLeave}>
          Thôi
        </Button>
      </div>
    </form>
  )
}
