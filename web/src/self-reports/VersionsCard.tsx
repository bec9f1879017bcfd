import { formatInstant } from '@cchc/domain/formats/dates.ts'
import type { SelfReportView } from '@cchc/domain/self-reports/contract.ts'
import type { SentVersionRow } from '@cchc/domain/self-reports/sending-contract.ts'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import styles from './Beside.module.css'
import type { Desk } from './desk.ts'
import { sentVersionsQuery } from './sending-data.ts'
import { VersionsDialog } from './VersionsDialog.tsx'

/** The versions that were sent, newest first, and the way to compare any two of them. */
export function VersionsCard({ view, desk }: { view: SelfReportView; desk: Desk }) {
  const [comparing, setComparing] = useState(false)
  const { data } = useQuery(sentVersionsQuery(view.selfReportId, view.version))
  if (view.version === 0) return null
  const isWithOffice = view.state === 'sent' || view.state === 'accepted'
  const mayCompare = view.version > 1 || !isWithOffice
  return (
    <Card title="Các bản đã gửi">
      {data ? (
        <ol className={styles.list}>
          {data.versions.map((version) => (
            <li key={version.version}>
              <p className={styles.line}>
                <strong>Lần {version.version}</strong>
                <span>{formatInstant(version.sentAt)}</span>
              </p>
              <p className={styles.quiet}>
                {version.sentBy}
                {version.version === 1 ? ` · ${verdictWords(version)}` : ''}
              </p>
              {version.reason && <p className={styles.reason}>{version.reason}</p>}
            </li>
          ))}
        </ol>
      ) : (
        <Skeleton lines={3} />
      )}
      {mayCompare && data && (
        <div className={styles.cardActions}>
          <Button
            size="s"
            icon={<IconArrowsDiff size={16} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => setComparing(true)}
          >
            So sánh các bản
          </Button>
        </div>
      )}
      {comparing && data && (
        <VersionsDialog view={view} desk={desk} versions={data.versions} onClose={() => setComparing(false)} />
      )}
    </Card>
  )
}

function verdictWords({ verdict, daysLate }: SentVersionRow): string {
  if (verdict === null) return 'chưa có hạn'
  return verdict === 'on-time' ? 'đúng hạn' : `muộn ${daysLate ?? 0} ngày làm việc`
}
