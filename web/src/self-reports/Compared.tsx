import type { RichText } from '@cchc/domain/outlines/rich-text.ts'
import styles from './Dialogs.module.css'
import { markedText } from './text/marked-text.ts'
import { RichBlocks } from './text/RichTextView.tsx'
import type { DiffPart } from './word-diff.ts'

/** The same for a text question's answer, with its lists and tables; `other` is what it is compared with. */
export function ComparedText({ text, other }: { text: string | RichText | null; other: string | RichText | null }) {
  return (
    <div className={styles.compared}>
      {text === null ? (
        <span className={styles.none}>(để trống)</span>
      ) : (
        <RichBlocks blocks={markedText(text, other)} />
      )}
    </div>
  )
}

/** A text with what only it has marked; the marks are read aloud too. */
export function Compared({ parts }: { parts: readonly DiffPart[] }) {
  return (
    <p className={styles.compared}>
      {parts.map(({ text, differs }, at) => (differs ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
      {parts.length === 0 && <span className={styles.none}>(để trống)</span>}
    </p>
  )
}
