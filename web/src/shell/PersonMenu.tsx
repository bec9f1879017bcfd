import { signOut } from '@cchc/domain/accounts/contract.ts'
import { IconCalendarShare, IconDeviceDesktop, IconLock, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { call } from '../platform/api.ts'
import { type Appearance, useAppearance } from '../platform/appearance.ts'
import { personKeptHere } from '../platform/offline/kept-here.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { leaveSession, useViewer } from '../platform/session.ts'
import { Menu } from '../ui/Menu.tsx'
import styles from './Frame.module.css'

const CalendarFeedDialog = lazy(() => import('../notifications/CalendarFeedDialog.tsx'))
const ChangePasswordDialog = lazy(() => import('./ChangePasswordDialog.tsx'))
const LeaveDialog = lazy(() => import('./LeaveDialog.tsx'))

const looks: [Appearance, string, typeof IconSun][] = [
  ['auto', 'Sáng tối theo máy', IconDeviceDesktop],
  ['light', 'Giao diện sáng', IconSun],
  ['dark', 'Giao diện tối', IconMoon],
]

/** Who is signed in, and what concerns only them: light or dark, password, leaving. */
export function PersonMenu() {
  const viewer = useViewer()
  const [appearance, setAppearance] = useAppearance()
  const [showingCalendar, setShowingCalendar] = useState(false)
  const [changingPassword, setChangingPassword] = useState(false)
  const [leaving, setLeaving] = useState(false)

  const leave = async () => {
    try {
      await call(signOut)
      leaveSession()
    } catch (error) {
      sayFailure(error)
    }
  }

  return (
    <>
      <Menu
        className={styles.person}
        label="Tài khoản"
        head={
          <>
            <strong>{viewer.fullName}</strong>
            <span className={styles.personRole}>{viewer.post}</span>
            {viewer.unitName && <span className={styles.personRole}>{viewer.unitName}</span>}
          </>
        }
        items={[
          ...looks.map(([key, label, Icon]) => ({
            key,
            label,
            icon: <Icon aria-hidden="true" stroke={1.8} />,
            checked: key === appearance,
            run: () => setAppearance(key),
          })),
          {
            key: 'calendar',
            label: 'Lịch cá nhân',
            icon: <IconCalendarShare aria-hidden="true" stroke={1.8} />,
            run: () => setShowingCalendar(true),
          },
          {
            key: 'password',
            label: 'Đổi mật khẩu',
            icon: <IconLock aria-hidden="true" stroke={1.8} />,
            run: () => setChangingPassword(true),
          },
          {
            key: 'leave',
            label: 'Đăng xuất',
            icon: <IconLogout aria-hidden="true" stroke={1.8} />,
            run: () => (personKeptHere() === null ? void leave() : setLeaving(true)),
          },
        ]}
      >
        <span className={styles.personWords}>
          <span className="hidden-visually">Tài khoản: </span>
          <span className={styles.personName}>{viewer.fullName}</span>
          <span className={styles.personRole}>{viewer.roleName}</span>
        </span>
        <span className={styles.avatar} aria-hidden="true">
          {initialsOf(viewer.fullName)}
        </span>
      </Menu>
      {showingCalendar && (
        <Suspense>
          <CalendarFeedDialog onClose={() => setShowingCalendar(false)} />
        </Suspense>
      )}
      {leaving && (
        <Suspense>
          <LeaveDialog leave={leave} onClose={() => setLeaving(false)} />
        </Suspense>
      )}
      {changingPassword && (
        <Suspense>
          <ChangePasswordDialog onClose={() => setChangingPassword(false)} />
        </Suspense>
      )}
    </>
  )
}

/** "Trần Thị Hoa" → "TH": the first and the last word, as Vietnamese names are told apart by their last. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? ''
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase('vi')
}
