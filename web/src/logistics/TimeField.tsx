import { useState } from 'react'
import { TextField } from '../ui/TextFields.tsx'
import { readTime } from './read-time.ts'

interface Props {
  label: string
  value: string
  onChange: (time: string) => void
}

/** A time of day in 24 hours, typed as 7:30 or 7h30; what cannot be read stays as typed, with a sentence. */
export function TimeField({ label, value, onChange }: Props) {
  const [draft, setDraft] = useState<string | null>(null)
  const wrong = draft !== null && readTime(draft) === null
  return (
    <TextField
      label={label}
      required
      inputMode="numeric"
      placeholder="07:30"
      value={draft ?? value}
      error={wrong && draft !== '' && draft.length > 3 ? 'Viết giờ như 07:30.' : undefined}
      onChange={(text) => {
        setDraft(text)
        onChange(readTime(text) ?? '')
      }}
      onBlur={() => {
        if (!wrong) setDraft(null)
      }}
    />
  )
}
