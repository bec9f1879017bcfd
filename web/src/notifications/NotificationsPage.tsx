import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { type NotificationView, readAllNotifications, readNotification } from '@cchc/domain/notifications/contract.ts'
import { IconBellOff, IconChecks } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { forgetNotifications, notificationsQuery } from './data.ts'
import { MailPreferenceChoice } from './MailPreferenceChoice.tsx'
import styles from './Notifications.module.css'

/** Tin báo: what the signed-in person was told; opening one marks it as read and leads to the thing. */
export default function NotificationsPage() {
  const { data, error } = useQuery(notificationsQuery)
  const router = useRouter()
  const search = useSearch({ strict: false }) as { xem?: string }
  if (error && !data) throw error
  const all = data?.notifications
  const unread = all?.filter(({ readAt }) => readAt === null) ?? []
  const shown = search.xem === 'tat-ca' || (all && unread.length === 0) ? all : unread
  const show = (xem: string) => void router.navigate({ to: '/tin-bao', search: { xem }, replace: true })

  const open = (notification: NotificationView) => {
    if (notification.readAt === null) void markRead(notification)
    router.history.push(notification.link)
  }
  const readAll = async () => {
    try {
      await call(readAllNotifications)
      await forgetNotifications()
    } catch (refusal) {
      sayFailure(refusal)
    }
  }

  return (
    <Page
      title="Tin báo"
      subtitle={all ? (unread.length > 0 ? `${unread.length} tin chưa đọc` : 'Đã đọc hết') : 'Đang tải…'}
      actions={
        unread.length > 0 && (
          <Button icon={<IconChecks size={17} aria-hidden="true" />} onClick={() => void readAll()}>
            Đánh dấu đã đọc hết
          </Button>
        )
      }
    >
      <MailPreferenceChoice />
      {all && shown ? (
        <Tabs
          label="Tin báo"
          tabs={[
            { key: 'chua-doc', label: 'Chưa đọc', count: unread.length },
            { key: 'tat-ca', label: 'Tất cả', count: all.length },
          ]}
          active={shown === all ? 'tat-ca' : 'chua-doc'}
          onChange={show}
        >
          <Card flush={shown.length > 0}>
            {shown.length === 0 ? (
              <EmptyState icon={<IconBellOff aria-hidden="true" />} title="Chưa có tin báo nào">
                Thông báo lịch, thay đổi lịch, báo cáo và kết luận liên quan đến bạn sẽ hiện ở đây.
              </EmptyState>
            ) : (
              <ul className={styles.list}>
                {shown.map((notification) => (
                  <li key={notification.notificationId}>
                    <button
                      type="button"
                      className={classes(styles.item, notification.readAt === null && styles.unread)}
                      onClick={() => open(notification)}
                    >
                      <span className={styles.dot} aria-hidden="true" />
                      <span className={styles.title}>
                        {notification.readAt === null && <span className="hidden-visually">Chưa đọc: </span>}
                        {notification.title}
                      </span>
                      <span className={styles.at}>{formatInstant(notification.at)}</span>
                      {notification.body && <span className={styles.body}>{notification.body}</span>}
                    </button>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </Tabs>
      ) : (
        <Card>
          <Skeleton lines={8} />
        </Card>
      )}
    </Page>
  )
}

/** Its place on the list stays while the person reads on; the server hears of it meanwhile. */
async function markRead({ notificationId }: NotificationView): Promise<void> {
  await call(readNotification, { params: { notificationId } }).catch(() => undefined)
  await queries.invalidateQueries({ queryKey: ['notifications'] })
}
