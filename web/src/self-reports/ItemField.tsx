import type { ItemKind, OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { type ComponentType, memo } from 'react'
import { useSlot } from '../platform/use-saver.ts'
import { classes } from '../ui/classes.ts'
import { BesideItem } from './BesideItem.tsx'
import { ComputedFigure } from './ComputedFigure.tsx'
import { FigureInput, type InputProps } from './FigureInput.tsx'
import styles from './Item.module.css'
import { ItemMessages } from './ItemMessages.tsx'
import { ItemTools } from './ItemTools.tsx'
import { WritersHere } from './Presence.tsx'
import { TableInput } from './TableInput.tsx'
import { ChoiceInput, DateInput, TextInput } from './TextInputs.tsx'
import { useFormTools, useResultsOf } from './use-desk.ts'
import { figureWording, questionWording } from './wording.ts'

const inputs: Record<Exclude<ItemKind, 'heading'>, ComponentType<InputProps>> = {
  text: TextInput,
  number: FigureInput,
  percent: FigureInput,
  money: FigureInput,
  date: DateInput,
  choice: ChoiceInput,
  table: TableInput,
}

interface Props {
  item: OutlineItem
  /** Whether the paper prints "Trong đó:" before this item. */
  isFirstPart: boolean
}

/** One question of the outline with its box, what the checks say, and what became of saving it. */
export const ItemField = memo(function ItemField({ item, isFirstPart }: Props) {
  const { desk } = useFormTools()
  const slot = useSlot(desk.answers, item.key)
  const results = useResultsOf(desk, item.key)
  if (item.kind === 'heading') return <h3 className={styles.subheading}>{questionWording(item)}</h3>

  const Input = inputs[item.kind]
  const isFigure = Input === FigureInput
  const { name, official } = isFigure ? figureWording(item) : { name: questionWording(item), official: null }
  const writer = desk.writerOf(item.key)
  const below =
    writer || hasMessages(slot, results.length) ? <ItemMessages item={item} slot={slot} results={results} /> : undefined
  return (
    <div
      id={item.key}
      data-item={item.key}
      className={classes(styles.item, isFigure ? styles.figureItem : styles.wordsItem)}
      style={{ '--depth': isFigure ? item.level : 0 } as React.CSSProperties}
    >
      <WritersHere itemKey={item.key} />
      {isFirstPart && <p className={styles.parts}>Trong đó:</p>}
      {item.formula !== null ? (
        <ComputedFigure item={item} label={name} below={below} />
      ) : (
        <Input
          item={item}
          label={name}
          hint={[official, item.guidance].filter(Boolean).join(' · ') || undefined}
          tools={isFigure || item.kind === 'table' ? <ItemTools item={item} slot={slot} /> : undefined}
          below={below}
          wrong={results.some((result) => result.level === 'error')}
        />
      )}
      <BesideItem item={item} />
      {!isFigure && item.kind !== 'table' && (
        <div className={styles.corner}>
          <ItemTools item={item} slot={slot} />
        </div>
      )}
    </div>
  )
})

type SlotLike = { phase: string; restoredAt: string | null; stranded: unknown }

function hasMessages({ phase, restoredAt, stranded }: SlotLike, results: number): boolean {
  return results > 0 || phase === 'failed' || phase === 'clash' || restoredAt !== null || stranded !== null
}
