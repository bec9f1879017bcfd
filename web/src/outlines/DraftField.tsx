import { useEffect, useRef, useState } from 'react'
import type { FieldProps } from '../ui/Field.tsx'
import { TextAreaField, TextField } from '../ui/TextFields.tsx'

interface Props extends FieldProps {
  value: string
  /** Told when the person pauses or leaves the field, with words that may stand. */
  onCommit: (text: string) => void
  /** Several lines. */
  long?: boolean
  placeholder?: string
  maxLength?: number
}

const pause = 600

/** A field whose words go into the outline when the writing pauses, so that a half-written word is no edit of its own. */
export function DraftField({ value, onCommit, long, required, error, ...rest }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ draft, value, onCommit })
  latest.current = { draft, value, onCommit }
  const isEmpty = required && draft !== null && draft.trim() === ''

  const commit = () => {
    clearTimeout(timer.current)
    const { draft: written, value: known, onCommit: tell } = latest.current
    if (written === null || (required && written.trim() === '')) return
    setDraft(null)
    if (written.trim() !== known) tell(written.trim())
  }
  // Whoever goes to another line before the pause is over has written it all the same.
  useEffect(() => () => commit(), [])

  const Box = long ? TextAreaField : TextField
  return (
    <Box
      {...rest}
      required={required}
      value={draft ?? value}
      error={isEmpty ? 'Không được để trống; bản trước vẫn được giữ.' : error}
      onChange={(text) => {
        setDraft(text)
        clearTimeout(timer.current)
        timer.current = setTimeout(commit, pause)
      }}
      onBlur={() => {
        if (isEmpty) setDraft(null)
        else commit()
      }}
    />
  )
}
