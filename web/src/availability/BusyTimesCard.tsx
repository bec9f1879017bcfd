import type { BusyTimeView } from '@cchc/domain/availability/contract.ts'
import { IconCalendarPlus, IconFileImport, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useSession } from '../platform/session.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { classes } from '../ui/classes.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { BusyTimeDialog } from './BusyTimeDialog.tsx'
import styles from './BusyTimes.module.css'
import type { Subject } from './data.ts'
import { ImportCalendarDialog } from './ImportCalendarDialog.tsx'
import { RemoveBusyTimeDialog } from './RemoveBusyTimeDialog.tsx'
import { daysInWords } from './words.ts'

interface Props {
  /** Null draws no card, for a dialog that has its title already. */
  title: string | null
  subject: Subject
  /** Whose they are; null for one's own. */
  name: string | null
  times: readonly BusyTimeView[]
  /** Null where there is no campaign that a calendar file could be read for. */
  campaignId: string | null
}

/** The busy times of one person or unit, the coming ones first, with everything that can be done to them. */
export function BusyTimesCard({ title, subject, name, times, campaignId }: Props) {
  const { today } = useSession()
  const [editing, setEditing] = useState<BusyTimeView | 'new' | null>(null)
  const [removing, setRemoving] = useState<BusyTimeView | null>(null)
  const [importing, setImporting] = useState(false)
  const coming = times.filter(({ to }) => to >= today)
  const past = times.filter(({ to }) => to < today).reverse()
  const acts = (
    <span className={styles.acts}>
      {campaignId && (
        <Button
          size="s"
          kind="quiet"
          icon={<IconFileImport size={16} aria-hidden="true" />}
          onClick={() => setImporting(true)}
        >
          Nhập tệp .ics
        </Button>
      )}
      <Button size="s" icon={<IconCalendarPlus size={16} aria-hidden="true" />} onClick={() => setEditing('new')}>
        Thêm lịch bận
      </Button>
    </span>
  )
  const content = (
    <>
      {times.length === 0 ? (
        <EmptyState title="Chưa ghi ngày bận nào">
          Ghi những ngày không dự được buổi kiểm tra để thư ký Đoàn tránh khi xếp lịch.
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {[...coming, ...past].map((time) => (
            <li key={time.busyTimeId} className={classes(styles.time, time.to < today && styles.past)}>
              <span className={styles.words}>
                <span className={styles.days}>{daysInWords(time)}</span>
                <span className={styles.why}>
                  {[time.reason || 'Không ghi lý do', time.imported && 'từ tệp lịch', time.to < today && 'đã qua']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span className={styles.acts}>
                <IconButton size="s" label={`Sửa lịch bận ${daysInWords(time)}`} onClick={() => setEditing(time)}>
                  <IconPencil size={16} aria-hidden="true" />
                </IconButton>
                <IconButton size="s" label={`Bỏ lịch bận ${daysInWords(time)}`} onClick={() => setRemoving(time)}>
                  <IconTrash size={16} aria-hidden="true" />
                </IconButton>
              </span>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <BusyTimeDialog
          subject={subject}
          name={name}
          time={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      {removing && <RemoveBusyTimeDialog time={removing} name={name} onClose={() => setRemoving(null)} />}
      {importing && campaignId && (
        <ImportCalendarDialog
          campaignId={campaignId}
          subject={subject}
          name={name}
          onClose={() => setImporting(false)}
        />
      )}
    </>
  )
  if (title === null)
    return (
      <div>
        {acts}
        {content}
      </div>
    )
  return (
    <Card title={title} aside={acts}>
      {content}
    </Card>
  )
}
