import { patternProblems } from '@cchc/domain/conclusions/fill-pattern.ts'
import type { TryOutFinding } from '@cchc/domain/conclusions/patterns-contract.ts'
import { type PatternKey, patternRow } from '@cchc/domain/conclusions/sentence-patterns.ts'
import { useId } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextAreaField } from '../../ui/TextFields.tsx'
import styles from './Patterns.module.css'
import { example } from './try-out.ts'

interface Props {
  patternKey: PatternKey
  words: string
  finding: TryOutFinding | undefined
  officeName: string
  onWrite: (words: string) => void
}

/** One sentence: its words, the places that may stand in it, what is wrong with it, and how it reads. */
export function PatternField({ patternKey, words, finding, officeName, onWrite }: Props) {
  const box = useId()
  const { name, holds, words: supplied } = patternRow(patternKey)
  const problems = patternProblems(patternKey, words)
  const insert = (place: string) => {
    const area = document.querySelector<HTMLTextAreaElement>(`[data-pattern="${CSS.escape(box)}"] textarea`)
    const [from, to] = [area?.selectionStart ?? words.length, area?.selectionEnd ?? words.length]
    const text = `{${place}}`
    onWrite(words.slice(0, from) + text + words.slice(to))
    requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(from + text.length, from + text.length)
    })
  }
  return (
    <div data-pattern={box} className={styles.pattern}>
      <TextAreaField
        label={name}
        rows={2}
        maxLength={1000}
        value={words}
        onChange={onWrite}
        error={problems.length > 0 ? problems.join(' ') : undefined}
      />
      <fieldset className={styles.places} aria-label={`Chèn chỗ điền vào mẫu ${name}`}>
        {holds.map((place) => (
          <button key={place} type="button" className={styles.place} onClick={() => insert(place)}>
            {`{${place}}`}
          </button>
        ))}
        {words !== supplied && (
          <Button size="s" kind="quiet" onClick={() => onWrite(supplied)}>
            Về mẫu gốc
          </Button>
        )}
      </fieldset>
      {problems.length === 0 && words !== '' && (
        <p className={styles.small}>Ví dụ: {example(words, finding, officeName)}</p>
      )}
    </div>
  )
}
