import type { ReactNode } from 'react'
import { useSession } from '../platform/session.ts'
import { productName } from '../theme/product.ts'
import styles from './SignIn.module.css'

/** What surrounds the pages that come before the sign-in: the product, whose it is, one card. */
export function SignInFrame({
  banner,
  mark,
  title,
  children,
}: {
  banner: ReactNode
  mark: ReactNode
  title: string
  children: ReactNode
}) {
  const { officeName, provinceName, campaign } = useSession()
  return (
    <div className={styles.page}>
      <title>{`${title} · ${productName}`}</title>
      <div>{banner}</div>
      <main className={styles.middle}>
        <div className={styles.card}>
          <div className={styles.brand}>
            {mark}
            <div>
              <h1>{title}</h1>
              <p className={styles.office}>
                {productName} · {officeName}
              </p>
            </div>
          </div>
          {children}
        </div>
      </main>
      <footer className={styles.foot}>
        {provinceName}
        {campaign && ` · ${campaign.name} · Quyết định số ${campaign.decision}`}
      </footer>
    </div>
  )
}
