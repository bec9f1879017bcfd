import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { renewCalendarFeed, revokeCalendarFeed } from '@cchc/domain/notifications/contract.ts'
import { IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { Problem } from '../ui/Problem.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import { calendarFeedQuery } from './data.ts'
import styles from './Notifications.module.css'

/** Lịch cá nhân: the secret address by which a calendar program shows this person's visits. It is shown once, when it is made. */
export default function CalendarFeedDialog({ onClose }: { onClose: () => void }) {
  const { data } = useQuery(calendarFeedQuery)
  const [address, setAddress] = useState<string | null>(null)
  const sending = useSending()

  const act = (work: () => Promise<unknown>) =>
    sending.send(async () => {
      await work()
      await queries.invalidateQueries({ queryKey: calendarFeedQuery.queryKey })
    })
  const renew = () =>
    act(async () => {
      const { path } = await call(renewCalendarFeed)
      setAddress(`${location.origin}${path}`)
    })
  const revoke = () =>
    act(async () => {
      await call(revokeCalendarFeed)
      setAddress(null)
    })
  const copy = () =>
    navigator.clipboard.writeText(address ?? '').then(
      () => toast({ tone: 'good', text: 'Đã chép địa chỉ lịch.' }),
      () => toast({ tone: 'error', text: 'Trình duyệt không cho chép. Hãy bôi đen địa chỉ rồi bấm Ctrl+C.' }),
    )

  return (
    <Dialog
      title="Lịch cá nhân"
      onClose={onClose}
      actions={
        <>
          <Problem of={sending} />
          {data?.since && (
            <Button kind="danger" busy={sending.busy} onClick={() => void revoke()}>
              Thu hồi địa chỉ
            </Button>
          )}
          <Button kind="primary" busy={sending.busy || !data} onClick={() => void renew()}>
            {data?.since ? 'Đổi địa chỉ mới' : 'Tạo địa chỉ'}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <p>
          Thêm địa chỉ này vào Google Calendar, Outlook hoặc lịch trên điện thoại (mục “thêm lịch từ URL”) để thấy các
          buổi kiểm tra của bạn và mọi thay đổi. Kiểm tra đột xuất không bao giờ có trong lịch này.
        </p>
        {address ? (
          <>
            <code className={styles.address}>{address}</code>
            <div>
              <Button size="s" icon={<IconCopy size={15} aria-hidden="true" />} onClick={() => void copy()}>
                Chép địa chỉ
              </Button>
            </div>
            <Message kind="warning">
              Địa chỉ chỉ hiện lần này. Ai có địa chỉ thì xem được lịch, nên đừng gửi cho người khác.
            </Message>
          </>
        ) : (
          data && (
            <p>
              {data.since
                ? `Đang có một địa chỉ, tạo lúc ${formatInstant(data.since)}. Nếu mất hoặc lộ, hãy đổi địa chỉ mới: địa chỉ cũ ngừng ngay.`
                : 'Bạn chưa có địa chỉ lịch nào.'}
            </p>
          )
        )}
      </Stack>
    </Dialog>
  )
}
