import { IconCloudUpload, IconDownload, IconPlugConnectedX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { clockSentence } from '../platform/offline/clock-check.ts'
import { useKeptHere } from '../platform/offline/kept-here.ts'
import { unsentWords } from '../platform/offline/unsent-words.ts'
import { useUpdate } from '../platform/offline/update-waiting.ts'
import { useUnsent } from '../platform/offline/use-unsent.ts'
import { useClockOff, useReachable } from '../platform/reachable.ts'
import { useCampaignId, useViewer } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { toast } from '../ui/toasts.ts'
import styles from './OfflineStrip.module.css'

/** On every page of whoever carries field work along: whether there is network, what is unsent, and what stands in the way. */
export default function OfflineStrip() {
  const { personId } = useViewer()
  const campaignId = useCampaignId()
  const keeps = useKeptHere() === personId
  const unsent = useUnsent()
  const reachable = useReachable()
  const clock = clockSentence(useClockOff())
  useEffect(() => {
    if (!keeps) return
    let stop = () => {}
    let isOver = false
    void import('../platform/offline/keep-sending.ts').then(({ keepSending }) => {
      if (!isOver) stop = keepSending(personId, campaignId)
    })
    return () => {
      isOver = true
      stop()
    }
  }, [keeps, personId, campaignId])

  const isUnsent = (unsent?.unsent ?? 0) > 0
  const words = unsent && unsentWords(unsent, new Date().toISOString())
  return (
    <>
      {keeps && !reachable && (
        <Strip
          tone="wait"
          icon={<IconPlugConnectedX size={17} aria-hidden="true" />}
          action={<Again personId={personId} />}
        >
          <strong>Đang làm việc không có mạng.</strong> {words && `${words}. `}
          <span className={styles.long}>Phần ghi được giữ trên máy này và tự gửi khi có mạng.</span>
        </Strip>
      )}
      {keeps && reachable && isUnsent && (
        <Strip
          tone="work"
          icon={<IconCloudUpload size={17} aria-hidden="true" />}
          action={<Again personId={personId} />}
        >
          <strong>{words}</strong>
        </Strip>
      )}
      {unsent && unsent.stopped > 0 && (
        <Strip tone="wait" icon={<IconCloudUpload size={17} aria-hidden="true" />}>
          {unsent.stopped} nội dung chưa được nhận, cần bạn xem:{' '}
          {unsent.places
            .filter(({ stopped }) => stopped > 0)
            .map(({ inspectionId, unitName }, at) => (
              <span key={inspectionId}>
                {at > 0 && ', '}
                <Link to="/kiem-tra/$inspectionId/buoi-kiem-tra" params={{ inspectionId }}>
                  {unitName}
                </Link>
              </span>
            ))}
        </Strip>
      )}
      {keeps && clock && (
        <Strip tone="wait" icon={<IconPlugConnectedX size={17} aria-hidden="true" />}>
          {clock}
        </Strip>
      )}
      <UpdateNotice isUnsent={isUnsent} />
    </>
  )
}

function Strip({
  tone,
  icon,
  action,
  children,
}: {
  tone: 'work' | 'wait'
  icon: ReactNode
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div className={classes(styles.strip, styles[tone])}>
      {icon}
      <p role="status">{children}</p>
      {action}
    </div>
  )
}

/** Sends at once, and has what is on screen asked for again. */
function Again({ personId }: { personId: string }) {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const send = async () => {
    setBusy(true)
    try {
      const { sendAll } = await import('../platform/offline/send-outbox.ts')
      const problem = await sendAll(personId)
      if (problem) toast({ tone: 'error', text: `Chưa gửi được: ${problem}` })
      await client.refetchQueries({ type: 'active' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button size="s" busy={busy} onClick={() => void send()}>
      Gửi ngay
    </Button>
  )
}

function UpdateNotice({ isUnsent }: { isUnsent: boolean }) {
  const update = useUpdate()
  if (!update) return null
  return (
    <Strip
      tone="work"
      icon={<IconDownload size={17} aria-hidden="true" />}
      action={
        <Button size="s" disabled={isUnsent} onClick={() => update.takeOver()}>
          Cập nhật
        </Button>
      }
    >
      Có bản mới – cập nhật khi xong buổi kiểm tra.{isUnsent && ' Gửi hết phần đã ghi rồi mới cập nhật được.'}
    </Strip>
  )
}
