import type { AnswerValue, OutlineItem } from '@cchc/domain/outlines/outline.ts'
import { itemName } from '@cchc/domain/outlines/outline.ts'
import type { SavedAnswer } from '@cchc/domain/self-reports/contract.ts'
import { IconHistory } from '@tabler/icons-react'
import type { Slot } from '../platform/saver.ts'
import { useSession } from '../platform/session.ts'
import { IconButton } from '../ui/Button.tsx'
import styles from './Item.module.css'
import { ItemEvidence } from './ItemEvidence.tsx'
import { SaveMark } from './SaveMark.tsx'
import { useFormTools } from './use-desk.ts'
import { clockWording } from './wording.ts'

interface Props {
  item: OutlineItem
  slot: Slot<AnswerValue | null, SavedAnswer>
}

/** Beside a question: whether it is saved, and the way to its earlier answers. */
export function ItemTools({ item, slot }: Props) {
  const { showHistory, isPreview } = useFormTools()
  const { today } = useSession()
  const at = slot.saved ? clockWording(slot.saved.savedAt, today) : null
  if (isPreview) return null
  return (
    <span className={styles.tools}>
      <SaveMark phase={slot.phase} savedHere={slot.savedHere} at={at} />
      {slot.saved && (
        <IconButton
          size="s"
          className={styles.history}
          label={`Các bản đã lưu của mục “${itemName(item)}”`}
          onClick={() => showHistory(item.key)}
        >
          <IconHistory size={16} aria-hidden="true" />
        </IconButton>
      )}
      <ItemEvidence item={item} />
    </span>
  )
}
