import { Link } from '@tanstack/react-router'
import { useSession } from '../platform/session.ts'
import { productName } from '../theme/product.ts'
import { classes } from '../ui/classes.ts'
import { useBadges } from './badges.ts'
import styles from './Frame.module.css'
import { Mark } from './Mark.tsx'
import { type NavigationItem, navigationOf } from './navigation.ts'

/** "2251/QĐ-UBND" → "QĐ 2251", as people call it; any other writing stays. */
function shortDecision(decision: string): string {
  const parts = /^(\d+)\/([\p{L}]+)/u.exec(decision)
  return parts ? `${parts[2]} ${parts[1]}` : decision
}

/** The mark, the product's name and the running campaign; leads home. */
export function Brand({ className }: { className?: string }) {
  const { campaign } = useSession()
  return (
    <Link to="/" className={classes(styles.brand, className)}>
      <Mark />
      <span>
        <span className={styles.brandName}>{productName}</span>
        {campaign && (
          <span className={styles.brandLine}>
            Năm {campaign.year} · {shortDecision(campaign.decision)}
          </span>
        )}
      </span>
    </Link>
  )
}

/** The places this person may go, with what waits there. */
export function Navigation({ brand, onGo }: { brand?: boolean; onGo?: () => void }) {
  const { viewer, campaign } = useSession()
  const items = navigationOf(viewer?.permissions ?? [], campaign?.scored)
  const shared = items.filter((item) => item.shared)
  return (
    <nav aria-label="Chính">
      {brand && <Brand />}
      <NavigationList items={items.filter((item) => !item.shared)} onGo={onGo} />
      {shared.length > 0 && (
        <>
          <p className={styles.navHead} id="shared-records">
            Hồ sơ chung
          </p>
          <NavigationList items={shared} onGo={onGo} labelledBy="shared-records" />
        </>
      )}
    </nav>
  )
}

function NavigationList({
  items,
  onGo,
  labelledBy,
}: {
  items: NavigationItem[]
  onGo?: () => void
  labelledBy?: string
}) {
  const badges = useBadges()
  return (
    <ul aria-labelledby={labelledBy}>
      {items.map(({ to, label, icon: Icon, badge }) => {
        const count = badge && badges[badge]
        return (
          <li key={to}>
            <Link
              to={to}
              className={styles.navItem}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              onClick={onGo}
            >
              <Icon aria-hidden="true" stroke={1.8} />
              {label}
              {count ? (
                <span className={styles.badge}>
                  {count}
                  <span className="hidden-visually"> việc chờ</span>
                </span>
              ) : null}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
