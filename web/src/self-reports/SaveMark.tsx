import { IconCheck, IconCloudUpload } from '@tabler/icons-react'
import type { SavePhase } from '../platform/saver.ts'
import { classes } from '../ui/classes.ts'
import styles from './Item.module.css'

interface Props {
  phase: SavePhase
  /** Saved from this page; what was saved before needs no mark. */
  savedHere: boolean
  /** When it was saved, as the screen writes it. */
  at: string | null
}

/** Whether one answer is on the server, as small as it can be said; failures are said under the field. */
export function SaveMark({ phase, savedHere, at }: Props) {
  const isUnderWay = phase === 'waiting' || phase === 'saving'
  if (!isUnderWay && !(phase === 'still' && savedHere)) return null
  const said = isUnderWay ? 'đang lưu' : at ? `đã lưu ${at}` : 'đã lưu'
  const Icon = isUnderWay ? IconCloudUpload : IconCheck
  return (
    <span className={classes(styles.mark, !isUnderWay && styles.saved)} title={said}>
      <Icon size={15} aria-hidden="true" />
      <span className="hidden-visually">{said}</span>
    </span>
  )
}
