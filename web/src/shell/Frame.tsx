import { IconMenu2 } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Bell } from '../notifications/Bell.tsx'
import { useKeptHere } from '../platform/offline/kept-here.ts'
import { useUpdate } from '../platform/offline/update-waiting.ts'
import { useReachable } from '../platform/reachable.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import styles from './Frame.module.css'
import { IllustrativeBanner } from './IllustrativeBanner.tsx'
import { Brand, Navigation } from './Navigation.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { SearchButton } from './SearchButton.tsx'

const OfflineStrip = lazy(() => import('./OfflineStrip.tsx'))

/** What surrounds every page behind the sign-in: navigation, search, the person, and the two notices that concern all. */
export function Frame({ children }: { children: ReactNode }) {
  const [navigating, setNavigating] = useState(false)
  return (
    <>
      <a href="#content" className={styles.skip}>
        Tới nội dung chính
      </a>
      <IllustrativeBanner />
      <div className={styles.frame}>
        <div className={styles.side}>
          <div className={styles.sideInner}>
            <Navigation brand />
          </div>
        </div>
        <div className={styles.main}>
          <header className={styles.top}>
            <IconButton className={styles.burger} label="Mở danh mục" onClick={() => setNavigating(true)}>
              <IconMenu2 size={22} aria-hidden="true" />
            </IconButton>
            <Brand className={styles.brandOnTop} />
            <SearchButton />
            <Bell />
            <PersonMenu />
          </header>
          <Notices />
          <main id="content" tabIndex={-1} className={styles.content}>
            {children}
          </main>
        </div>
      </div>
      {navigating && (
        <Dialog title="Danh mục" look="left" onClose={() => setNavigating(false)}>
          <Navigation onGo={() => setNavigating(false)} />
        </Dialog>
      )}
    </>
  )
}

/** Whether the server answers, and for those who carry field work along what of it is unsent. */
function Notices() {
  const reachable = useReachable()
  const isUpdated = useUpdate() !== null
  const keeps = useKeptHere() !== null
  return (
    <>
      {!reachable && !keeps && <UnreachableNotice />}
      {(keeps || isUpdated) && (
        <Suspense>
          <OfflineStrip />
        </Suspense>
      )}
    </>
  )
}

function UnreachableNotice() {
  const client = useQueryClient()
  const router = useRouter()
  const retry = () => {
    void client.refetchQueries({ type: 'active' })
    // Draws a page again that could not be shown.
    void router.invalidate()
  }
  return (
    <div className={styles.unreachable} role="alert">
      <p>Không kết nối được với máy chủ. Những gì đang thấy là bản tải trước đó; chưa ghi được gì thêm.</p>
      <Button size="s" onClick={retry}>
        Thử lại
      </Button>
    </div>
  )
}
