import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconCheck, IconCloudUpload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { SavePhase } from '../platform/saver.ts'
import { useSlot } from '../platform/use-saver.ts'
import { Button } from '../ui/Button.tsx'
import { Message } from '../ui/Message.tsx'
import { TextAreaField } from '../ui/TextFields.tsx'
import styles from './Draft.module.css'
import { DraftClashDialog } from './DraftClashDialog.tsx'
import type { DraftDesk } from './draft-desk.ts'

interface Props {
  desk: DraftDesk
  /** Which part of the draft. */
  part: string
  label: string
  hint?: ReactNode
  placeholder?: string
  rows?: number
  /** Told when the person begins to write here. */
  onFocus?: () => void
}

/** Longest text of one part. */
const maxLength = 20_000

/** One text of a draft, saved as it is written, with what became of saving it under it. */
export function DraftField({ desk, part, label, hint, placeholder, rows = 3, onFocus }: Props) {
  const slot = useSlot(desk.saver, part)
  const [comparing, setComparing] = useState(false)
  const messages = [
    slot.phase === 'failed' && (
      <Message key="failed" kind="error" lead="Chưa lưu được.">
        {slot.problem} Nội dung vẫn được giữ trên máy này.{' '}
        <Button size="s" onClick={() => desk.saver.flush(part)}>
          Thử lại
        </Button>
      </Message>
    ),
    slot.phase === 'clash' && (
      <Message key="clash" kind="warning" lead="Phần này vừa được người khác sửa.">
        Chưa có gì bị ghi đè.{' '}
        <Button size="s" onClick={() => setComparing(true)}>
          Xem hai bản
        </Button>
      </Message>
    ),
    slot.restoredAt && slot.stranded === null && (
      <Message key="restored" kind="note">
        Đã khôi phục {slot.phase === 'still' && 'và lưu '}phần viết dở lúc {formatInstant(slot.restoredAt)} trên máy
        này.
      </Message>
    ),
    slot.value.length > maxLength * 0.95 && (
      <Message key="long" kind="warning">
        Đã viết {slot.value.length.toLocaleString('vi')} / {maxLength.toLocaleString('vi')} ký tự.
      </Message>
    ),
  ].filter(Boolean)
  return (
    <div className={styles.field} data-part={part}>
      <TextAreaField
        label={
          <>
            {label} <Mark phase={slot.phase} savedHere={slot.savedHere} />
          </>
        }
        hint={hint}
        placeholder={placeholder}
        rows={rows}
        maxLength={maxLength}
        value={slot.value}
        onChange={(text) => desk.saver.write(part, text)}
        onFocus={onFocus}
        onBlur={() => desk.saver.flush(part)}
        below={messages.length > 0 ? <div className={styles.messages}>{messages}</div> : undefined}
      />
      {comparing && slot.theirs && (
        <DraftClashDialog
          label={label}
          mine={slot.value}
          theirs={slot.theirs.text}
          onChoose={(text) => {
            desk.saver.resolve(part, text === null ? { keepTheirs: true } : { value: text })
            setComparing(false)
          }}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  )
}

/** Whether the text is on the server, as small as it can be said. */
function Mark({ phase, savedHere }: { phase: SavePhase; savedHere: boolean }) {
  const isUnderWay = phase === 'waiting' || phase === 'saving'
  if (!isUnderWay && !(phase === 'still' && savedHere)) return null
  const Icon = isUnderWay ? IconCloudUpload : IconCheck
  return (
    <span className={styles.mark} title={isUnderWay ? 'Đang lưu' : 'Đã lưu'} aria-hidden="true">
      <Icon size={15} />
    </span>
  )
}
