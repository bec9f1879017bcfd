import { type ReactNode, useEffect, useRef } from 'react'
import { productName } from '../theme/product.ts'
import { classes } from './classes.ts'
import styles from './Page.module.css'

/** The path of the page shown last; the browser itself sees to the focus of the first one. */
let lastPath = location.pathname

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
    if (location.pathname === lastPath) return
    lastPath = location.pathname
    heading.current?.focus({ preventScroll: true })
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
          {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
