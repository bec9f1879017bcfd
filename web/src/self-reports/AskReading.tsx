import { Button } from '../ui/Button.tsx'
import type { NumberReading } from '../ui/NumberField.tsx'
import styles from './Item.module.css'

interface Props {
  doubt: Extract<NumberReading, { sentence: string }>
  onChoose: (value: number) => void
}

/** Why a figure could not be taken, and its readings to choose from where there are several. */
export function AskReading({ doubt, onChoose }: Props) {
  return (
    <>
      {doubt.sentence}
      {doubt.kind === 'ambiguous' && (
        <span className={styles.buttons}>
          {doubt.choices.map((choice) => (
            <Button key={choice.value} size="s" onClick={() => onChoose(choice.value)}>
              {choice.label}
            </Button>
          ))}
        </span>
      )}
    </>
  )
}
