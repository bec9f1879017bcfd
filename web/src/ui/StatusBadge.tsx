import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './StatusBadge.module.css'

/** `ok` done well · `work` under way · `wait` waits for someone · `late` needs action now · `rest` nothing to do yet. */
export type Tone = 'ok' | 'work' | 'wait' | 'late' | 'rest'

/** A state as a word and an icon; the colour only underlines it. */
export function StatusBadge({ tone, icon, children }: { tone: Tone; icon: ReactNode; children: ReactNode }) {
  return (
    <span className={classes(styles.badge, styles[tone])}>
      {icon}
      {children}
    </span>
  )
}
