import styles from './Dialogs.module.css'
import type { DiffPart } from './word-diff.ts'

/** A text with what only it has marked; the marks are read aloud too. */
export function Compared({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p className={styles.compared}>
      {parts.map(({ text, differs }, at) => (differs ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
      {parts.length === 0 && <span className={styles.none}>(để trống)</span>}
    </p>
  )
}
