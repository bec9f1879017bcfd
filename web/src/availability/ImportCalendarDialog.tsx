import { type CalendarImport, type ImportedEvent, mostCalendarBytes } from '@cchc/domain/availability/contract.ts'
import { IconCheck, IconMinus, IconPlus, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { classes } from '../ui/classes.ts'
import { FileDrop } from '../ui/FileDrop.tsx'
import { FormDialog } from '../ui/FormDialog.tsx'
import { Message } from '../ui/Message.tsx'
import { Problem } from '../ui/Problem.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { toast } from '../ui/toasts.ts'
import { useSending } from '../ui/use-sending.ts'
import styles from './BusyTimes.module.css'
import { keepCalendarFile, readCalendarFile, type Subject } from './data.ts'
import { daysInWords } from './words.ts'

interface Props {
  campaignId: string
  subject: Subject
  name: string | null
  onClose: () => void
}

const changes = {
  new: { label: 'Thêm', tone: 'ok', icon: IconPlus },
  changed: { label: 'Đổi', tone: 'work', icon: IconRefresh },
  removed: { label: 'Bỏ', tone: 'wait', icon: IconMinus },
  same: { label: 'Giữ nguyên', tone: 'rest', icon: IconCheck },
} as const

/** Busy times from a calendar file: chosen, looked at, then kept. */
export function ImportCalendarDialog({ campaignId, subject, name, onClose }: Props) {
  const [file, setFile] = useState<File | null>(null)
  const [found, setFound] = useState<CalendarImport | null>(null)
  const reading = useSending()
  const changing = found?.events.filter(({ change }) => change !== 'same') ?? []

  const read = ([chosen]: File[]) => {
    if (!chosen) return
    setFile(chosen)
    setFound(null)
    void reading.send(async () => setFound(await readCalendarFile(campaignId, subject, chosen)))
  }
  const keep = async () => {
    if (!file) return false
    await keepCalendarFile(campaignId, subject, file)
    toast({ tone: 'good', text: `Đã nhập lịch bận từ tệp: ${changing.length} sự kiện.` })
  }

  return (
    <FormDialog
      title={`Nhập lịch bận từ tệp .ics${name ? `: ${name}` : ''}`}
      onClose={onClose}
      onSubmit={keep}
      submitLabel={changing.length > 0 ? `Nhập ${changing.length} sự kiện` : 'Nhập'}
      ready={changing.length > 0}
    >
      <FileDrop
        label={file ? 'Chọn tệp khác' : 'Chọn tệp lịch'}
        accept={['.ics']}
        maxBytes={mostCalendarBytes}
        busy={reading.busy}
        hint={
          file
            ? file.name
            : 'Xuất từ Outlook, Google Calendar hoặc điện thoại. Nhập lại cùng tệp thì sửa, không thêm trùng.'
        }
        onFiles={read}
      />
      <Problem of={reading} />
      {found && <Found found={found} />}
    </FormDialog>
  )
}

function Found({ found: { events, leftOut } }: { found: CalendarImport }) {
  const skipped = [
    leftOut.cancelled > 0 && `${leftOut.cancelled} đã hủy`,
    leftOut.free > 0 && `${leftOut.free} đánh dấu là rảnh`,
    leftOut.outside > 0 && `${leftOut.outside} ngoài thời gian kiểm tra`,
  ].filter(Boolean)
  return (
    <div aria-live="polite">
      {events.length === 0 ? (
        <Message kind="note">Tệp không có sự kiện nào làm bận trong thời gian kiểm tra.</Message>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to take the focus
        <ul className={styles.events} tabIndex={0} aria-label="Các sự kiện trong tệp">
          {events.map((event) => (
            <Event key={event.uid} event={event} />
          ))}
        </ul>
      )}
      {skipped.length > 0 && <p className={classes(styles.why, styles.leftOut)}>Không tính: {skipped.join(', ')}.</p>}
    </div>
  )
}

const mostShown = 4

function Event({ event: { title, change, times } }: { event: ImportedEvent }) {
  const { label, tone, icon: Icon } = changes[change]
  const more = times.length - mostShown
  return (
    <li className={styles.event}>
      <span className={styles.words}>
        <span>{title || 'Không có tiêu đề'}</span>
        <span className={styles.why}>
          {times.slice(0, mostShown).map(daysInWords).join('; ')}
          {more > 0 && `; và ${more} lần nữa`}
          {times.length === 0 && 'Không còn bận'}
        </span>
      </span>
      <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
        {label}
      </StatusBadge>
    </li>
  )
}
