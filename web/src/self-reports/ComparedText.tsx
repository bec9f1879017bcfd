import type { RichText } from '@cchc/domain/outlines/rich-text.ts'
import styles from './Dialogs.module.css'
import { markedText } from './text/marked-text.ts'
import { RichBlocks } from './text/RichTextView.tsx'

/** A text question's answer with what only it has marked, with its lists and tables; `other` is what it is compared with. */
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
