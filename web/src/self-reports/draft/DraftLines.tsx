import type { DraftReading } from '@cchc/domain/self-reports/draft/draft.ts'
import { useMemo } from 'react'
import { Card } from '../../ui/Card.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './DraftImport.module.css'
import { lineId } from './draft-import.ts'

/** The draft as it was read, the lines that something is proposed from marked. */
export function DraftLines({ reading }: { reading: DraftReading }) {
  const used = useMemo(
    () => new Set(reading.proposals.map(({ source }) => lineId(source.paragraph, source.row))),
    [reading],
  )
  return (
    <Card title="Bản nháp" className={styles.draft} flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus */}
      <section className={styles.lines} tabIndex={0} aria-label="Nội dung bản nháp">
        {reading.lines.map(({ paragraph, row, text, isHeading }, at) => {
          const id = lineId(paragraph, row)
          const isUsed = used.has(id)
          return (
            <p
              key={at}
              id={id}
              className={classes(
                styles.line,
                isUsed && styles.used,
                isHeading && styles.heading,
                row !== null && styles.row,
              )}
            >
              {isUsed && <span className="hidden-visually">Đã dùng: </span>}
              {text}
            </p>
          )
        })}
      </section>
    </Card>
  )
}
