import type { OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { readNumber, writeNumber } from '../platform/number-reading.ts'
import { CheckField } from '../ui/ChoiceFields.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { DraftField } from './DraftField.tsx'
import styles from './Outlines.module.css'

/** A floor that the decision names: below it the report says so, and can still be sent. */
export function ThresholdField({
  item,
  onChange,
}: {
  item: OutlineItem
  onChange: (threshold: OutlineItem['threshold']) => void
}) {
  const { threshold } = item
  return (
    <div>
      <CheckField
        label="Có mức tối thiểu (thấp hơn thì báo “chưa đạt”, vẫn gửi được)"
        checked={threshold !== null}
        onChange={(on) => onChange(on ? { minimum: item.kind === 'percent' ? 95 : 1, clause: 'Đề cương' } : null)}
      />
      {threshold && (
        <div className={styles.pair}>
          <NumberField
            label="Mức tối thiểu"
            value={threshold.minimum}
            read={readNumber}
            write={writeNumber}
            onCommit={(minimum) => minimum !== null && onChange({ ...threshold, minimum })}
          />
          <DraftField
            label="Căn cứ"
            required
            value={threshold.clause}
            onCommit={(clause) => onChange({ ...threshold, clause })}
          />
        </div>
      )}
    </div>
  )
}
