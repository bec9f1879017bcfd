import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import { itemName, type OutlineItem } from '@cchc/domain/outlines/outline.ts'
import type { ReactNode } from 'react'
import { classes } from '../ui/classes.ts'
import { Field } from '../ui/Field.tsx'
import styles from './Item.module.css'
import { useComputed, useFormTools } from './use-desk.ts'
import { formulaWording } from './wording.ts'

/** A figure that the product computes from others; shown dashed, never typed. */
export function ComputedFigure({ item, label, below }: { item: OutlineItem; label: ReactNode; below: ReactNode }) {
  const { desk } = useFormTools()
  const value = useComputed(desk, item.key)
  const formula = formulaWording(item.formula ?? '', (key) => {
    const source = desk.places.get(key)?.item
    return source && /^\p{Lu}/u.test(source.label) ? source.label : source && itemName(source)
  })
  return (
    <Field
      line
      label={label}
      hint={formula}
      unit={
        <span className={styles.unitCell}>
          {item.unit} <span className={styles.byItself}>tự tính</span>
        </span>
      }
      below={below}
    >
      {(control) => (
        <input
          {...control}
          className={classes(control.className, styles.figure)}
          readOnly
          value={value === undefined ? '–' : formatNumber(value)}
        />
      )}
    </Field>
  )
}
