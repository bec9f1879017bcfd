import { type ReactNode, useId } from 'react'
import styles from './Card.module.css'
import { classes } from './classes.ts'

export interface CardProps {
  title?: ReactNode
  /** Small words or a link at the right of the title. */
  aside?: ReactNode
  /** Without inner margin, for a table that runs to the border. */
  flush?: boolean
  className?: string
  id?: string
  /** Id of the heading inside that names the region, where there is no `title`. */
  labelledBy?: string
  children: ReactNode
}

/** A white sheet with one hairline border; with a title it is a named region. */
export function Card({ title, aside, flush, className, id, labelledBy, children }: CardProps) {
  const titleId = useId()
  return (
    <section
      id={id}
      className={classes(styles.card, flush && styles.flush, className)}
      aria-labelledby={title ? titleId : labelledBy}
    >
      {title && (
        <div className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
