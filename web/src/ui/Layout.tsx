import type { CSSProperties, ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './Layout.module.css'

interface LayoutProps {
  /** Space between the parts, in steps of 4 px. */
  gap?: 1 | 2 | 3 | 4 | 5 | 6
  className?: string
  children: ReactNode
}

/** Parts one under another. */
export function Stack({ gap = 4, className, children }: LayoutProps) {
  return (
    <div className={classes(styles.stack, className)} style={{ gap: gap * 4 }}>
      {children}
    </div>
  )
}

/** Parts beside one another; those that do not fit go to the next line. */
export function Row({
  gap = 2,
  className,
  justify,
  children,
}: LayoutProps & { justify?: CSSProperties['justifyContent'] }) {
  return (
    <div className={classes(styles.row, className)} style={{ gap: gap * 4, justifyContent: justify }}>
      {children}
    </div>
  )
}

interface ColumnsProps {
  /** A `grid-template-columns` value for wide screens, such as "3fr 2fr"; one column below 900 px. */
  at: string
  /** All columns as high as the highest. */
  stretch?: boolean
  className?: string
  children: ReactNode
}

/** Columns on a wide screen, one under another on a narrow one. */
export function Columns({ at, stretch, className, children }: ColumnsProps) {
  return (
    <div
      className={classes(styles.columns, stretch && styles.stretch, className)}
      style={{ '--columns': at } as CSSProperties}
    >
      {children}
    </div>
  )
}

/** Less important words: quieter, and with `small` also smaller. */
export function Muted({ small, children }: { small?: boolean; children: ReactNode }) {
  return <span className={classes(styles.muted, small && styles.small)}>{children}</span>
}
