import type { AnswerValue, OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { readFigure, writeNumber } from '../platform/number-reading.ts'
import { useSlot } from '../platform/use-saver.ts'
import { classes } from '../ui/classes.ts'
import { Field } from '../ui/Field.tsx'
import type { NumberReading } from '../ui/NumberField.tsx'
import { AskReading } from './AskReading.tsx'
import { groupedWhileTyping } from './grouped-digits.ts'
import styles from './Item.module.css'
import { useFormTools } from './use-desk.ts'

export interface InputProps {
  item: OutlineItem
  label: ReactNode
  hint: ReactNode
  /** Saving state and history, beside the box. */
  tools: ReactNode
  /** Messages under the box. */
  below: ReactNode
  /** Whether the checks find an error here. */
  wrong: boolean
}

/**
 * The box of one figure: read while it is typed, right-aligned, 1.234,5. What has two readings is asked about before it
 * is saved; what cannot be read stays as typed with a sentence. Enter goes on to the next question.
 */
export function FigureInput({ item, label, hint, tools, below, wrong }: InputProps) {
  const { desk, step } = useFormTools()
  const { value } = useSlot(desk.answers, item.key)
  const [draft, setDraft] = useState<string | null>(null)
  const [doubt, setDoubt] = useState<Doubt | null>(null)
  /** What stood there before the typing: put back while what is typed cannot be read, so that no half of it is saved. */
  const before = useRef<AnswerValue | null>(null)

  const write = (text: string) => {
    if (draft === null) before.current = value
    setDraft(text)
    setDoubt(null)
    const reading = readFigure(text, item)
    const read = reading.kind === 'number' ? reading.value : reading.kind === 'empty' ? null : before.current
    desk.answers.write(item.key, read)
  }
  const settle = (figure: AnswerValue | null) => {
    setDraft(null)
    setDoubt(null)
    desk.answers.write(item.key, figure, true)
    desk.reckon()
  }
  /** Takes what stands in the box; gives whether it could be read. */
  const take = (): boolean => {
    if (draft === null) return true
    const reading = readFigure(draft, item)
    if (reading.kind === 'empty') settle(null)
    else if (reading.kind === 'number') settle(reading.value)
    else setDoubt(reading)
    return reading.kind === 'empty' || reading.kind === 'number'
  }

  return (
    <Field
      line
      label={label}
      hint={hint}
      unit={
        <span className={styles.unitCell}>
          {item.unit}
          {tools}
        </span>
      }
      error={doubt && <AskReading doubt={doubt} onChoose={settle} />}
      below={below}
    >
      {(control) => (
        <input
          {...control}
          className={classes(control.className, styles.figure)}
          aria-invalid={control['aria-invalid'] ?? (wrong || undefined)}
          type="text"
          inputMode="decimal"
          enterKeyHint="next"
          autoComplete="off"
          value={draft ?? (typeof value === 'number' ? writeNumber(value) : '')}
          onChange={(event) => {
            const box = event.target
            const before = draft ?? (typeof value === 'number' ? writeNumber(value) : '')
            const grouped = item.kind === 'money' ? groupedWhileTyping(before, box.value, box.selectionEnd ?? 0) : null
            if (grouped) flushSync(() => write(grouped.text))
            else write(box.value)
            if (grouped) box.setSelectionRange(grouped.caret, grouped.caret)
          }}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            if (take()) step(item.key, 1)
          }}
        />
      )}
    </Field>
  )
}

type Doubt = Extract<NumberReading, { sentence: string }>
