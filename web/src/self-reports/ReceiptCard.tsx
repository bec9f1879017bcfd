import { formatDateWithWeekday, formatInstant } from '@cchc/domain/formats/dates.ts'
import { type SelfReportView, selfReportStateNames } from '@cchc/domain/self-reports/contract.ts'
import { IconCopy } from '@tabler/icons-react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { toast } from '../ui/toasts.ts'
import { ReceiptTools } from './ReceiptTools.tsx'
import { reportStateLooks } from './report-states.ts'
import styles from './SelfReport.module.css'

/** The receipt of a report that was sent: when, in time or how late, and the fingerprint of what was sent. */
export function ReceiptCard({ view }: { view: SelfReportView }) {
  const { sentAt, verdict, daysLate, dueOn, fingerprint, state } = view
  if (!sentAt || (state !== 'sent' && state !== 'accepted')) return null
  const { icon: Icon } = reportStateLooks[state]
  const copy = (text: string) =>
    navigator.clipboard.writeText(text).then(
      () => toast({ tone: 'good', text: 'Đã chép mã kiểm chứng.' }),
      () => toast({ tone: 'error', text: 'Trình duyệt không cho chép. Hãy bôi đen mã rồi bấm Ctrl+C.' }),
    )
  return (
    <Card
      title="Biên nhận gửi báo cáo"
      aside={
        <StatusBadge tone="ok" icon={<Icon aria-hidden="true" stroke={2} />}>
          {selfReportStateNames[state]}
        </StatusBadge>
      }
    >
      <dl className={styles.receipt}>
        <dt>Thời điểm gửi</dt>
        <dd>
          {formatInstant(sentAt)}
          {view.version > 1 && ` (bản hiện nay: gửi lần ${view.version})`}
        </dd>
        <dt>Hạn gửi</dt>
        <dd>
          {dueOn ? `hết ${formatDateWithWeekday(dueOn)}` : '–'}
          {dueOn !== null && dueOn === view.extendedTo && ' (đã được gia hạn)'}
        </dd>
        <dt>Kết quả</dt>
        <dd className={verdict === 'late' ? styles.toneLate : styles.toneOk}>
          {verdict === 'late' ? `Gửi muộn ${daysLate ?? 0} ngày làm việc` : 'Đúng hạn'}
        </dd>
        {fingerprint && (
          <>
            <dt>Mã kiểm chứng nội dung</dt>
            <dd>
              <code className={styles.fingerprint}>{fingerprint.match(/.{1,8}/g)?.join(' ')}</code>
              <Button
                kind="quiet"
                size="s"
                icon={<IconCopy size={15} aria-hidden="true" />}
                onClick={() => void copy(fingerprint)}
              >
                Chép mã
              </Button>
            </dd>
          </>
        )}
      </dl>
      <ReceiptTools view={view} />
    </Card>
  )
}
