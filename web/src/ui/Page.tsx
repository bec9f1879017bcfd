import { type ReactNode, useEffect, useRef } from 'react'
import { productName } from '../theme/product.ts'
import { classes } from './classes.ts'
import styles from './Page.module.css'

let pagesShown = 0

export interface PageProps {
  title: string
  /** Used in the browser's tab where the heading alone would not say which thing is open. */
  tabTitle?: string
  subtitle?: ReactNode
  /** The way back up, such as a link to the list. */
  above?: ReactNode
  /** At most one of them primary. */
  actions?: ReactNode
  /** Keeps lines readable where a page is mostly text or one form. */
  narrow?: boolean
  children: ReactNode
}

/** One page: heading, line beneath, actions, content. Names the browser tab and takes the focus after a navigation. */
export function Page({ title, tabTitle, subtitle, above, actions, narrow, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    pagesShown += 1
    // Not on the first page: there the browser starts at the top, before the skip link.
    if (pagesShown > 1) heading.current?.focus({ preventScroll: true })
  }, [])

  return (
    <div className={classes(styles.page, narrow && styles.narrow)}>
      <title>{`${tabTitle ?? title} · ${productName}`}</title>
      <header className={styles.head}>
        <div className={styles.words}>
          {above && <div className={styles.above}>{above}</div>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
