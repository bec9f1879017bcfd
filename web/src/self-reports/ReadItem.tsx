import { formatAnswer } from '@cchc/domain/outlines/format-answer.ts'
import { isFigure, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { isRichText } from '@cchc/domain/outlines/rich-text.ts'
import { memo } from 'react'
import { useSlot } from '../platform/use-saver.ts'
import { classes } from '../ui/classes.ts'
import { BesideItem } from './BesideItem.tsx'
import styles from './Item.module.css'
import { ItemMessages } from './ItemMessages.tsx'
import { ItemTools } from './ItemTools.tsx'
import { ReadTable } from './ReadTable.tsx'
import { RichTextView } from './text/RichTextView.tsx'
import { useComputed, useFormTools, useResultsOf } from './use-desk.ts'
import { figureWording, questionWording } from './wording.ts'

/** One question with its answer, for those who read the report and do not write it. */
export const ReadItem = memo(function ReadItem({ item, isFirstPart }: { item: OutlineItem; isFirstPart: boolean }) {
  const { desk } = useFormTools()
  const slot = useSlot(desk.answers, item.key)
  const results = useResultsOf(desk, item.key)
  const computed = useComputed(desk, item.key)
  if (item.kind === 'heading') return <h3 className={styles.subheading}>{questionWording(item)}</h3>

  const value = item.formula === null ? slot.value : (computed ?? null)
  const figure = isFigure(item)
  const unit = item.kind === 'number' && value !== null ? item.unit : null
  return (
    <div
      id={item.key}
      data-item={item.key}
      tabIndex={-1}
      className={classes(styles.item, figure ? styles.readFigure : styles.readWords)}
      style={{ '--depth': figure ? item.level : 0 } as React.CSSProperties}
    >
      {isFirstPart && <p className={styles.parts}>Trong đó:</p>}
      <div className={styles.readName}>{figure ? figureWording(item).name : questionWording(item)}</div>
      <div className={styles.readValue}>
        {item.kind === 'table' && Array.isArray(value) ? (
          <ReadTable item={item} rows={value} />
        ) : isRichText(value) ? (
          <RichTextView text={value} />
        ) : value === null || value === '' ? (
          <span className={styles.quiet}>chưa có</span>
        ) : (
          formatAnswer(item, value)
        )}
        {unit && <span className={styles.quiet}> {unit}</span>}
      </div>
      <ItemTools item={item} slot={slot} />
      <div className={styles.readMessages}>
        <BesideItem item={item} />
      </div>
      {(results.length > 0 || slot.stranded !== null) && (
        <div className={styles.readMessages}>
          <ItemMessages item={item} slot={slot} results={results} />
        </div>
      )}
    </div>
  )
})
