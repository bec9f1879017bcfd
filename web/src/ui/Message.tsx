import { IconAlertTriangle, IconCheck, IconInfoCircle, IconTargetArrow } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Messages.module.css'

/** `error` blocks · `warning` asks for an explanation · `target` is a goal not met, never a block · `good` · `note`. */
export type MessageKind = 'error' | 'warning' | 'target' | 'good' | 'note'

const icons = {
  error: [IconAlertTriangle, 'Lỗi: '],
  warning: [IconAlertTriangle, 'Cảnh báo: '],
  target: [IconTargetArrow, 'Chưa đạt mục tiêu: '],
  good: [IconCheck, ''],
  note: [IconInfoCircle, ''],
} as const

export interface MessageProps {
  kind: MessageKind
  /** What is wrong, in bold, before the rule and the way out. */
  lead?: ReactNode
  children?: ReactNode
  /** Lets a field point at its message. */
  id?: string
  /** Spoken at once; for what appears after an action. */
  live?: boolean
}

/** A message in its place: under a field or at the head of a form. */
export function Message({ kind, lead, children, id, live }: MessageProps) {
  const [Icon, word] = icons[kind]
  return (
    <div id={id} className={classes(styles.message, styles[kind])} role={live ? 'alert' : undefined}>
      <Icon aria-hidden="true" stroke={2} />
      <div className={styles.body}>
        {word && <span className="hidden-visually">{word}</span>}
        {lead && <strong>{lead} </strong>}
        {children}
      </div>
    </div>
  )
}
