import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { unreadQuery } from './data.ts'
import styles from './Notifications.module.css'

/** The way to what one was told, with how much of it is unread. */
export function Bell() {
  const { data } = useQuery(unreadQuery)
  const unread = data?.unread ?? 0
  return (
    <Link to="/tin-bao" className={styles.bell} title="Tin báo">
      <IconBell size={21} stroke={1.8} aria-hidden="true" />
      <span className="hidden-visually">Tin báo</span>
      {unread > 0 && (
        <span className={styles.count}>
          {unread > 99 ? '99+' : unread}
          <span className="hidden-visually"> chưa đọc</span>
        </span>
      )}
    </Link>
  )
}
