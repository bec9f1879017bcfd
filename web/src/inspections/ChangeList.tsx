import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import type { MoveChanges } from '@cchc/domain/inspections/contract.ts'
import { IconBell, IconCalendarTime, IconFileText } from '@tabler/icons-react'
import styles from './Slots.module.css'

interface Props {
  changes: MoveChanges
  /** The deadline that the half-day gives. */
  reportDueOn: string
  /** Whether the deadline is among it; it may be told beside, with its days. */
  deadline?: boolean
  /** How many are told instead of who, where there is little room. */
  brief?: boolean
}

/** What a move changes: the report's deadline, the notice to be issued anew, who will be told. */
export function ChangeList({ changes, reportDueOn, deadline = true, brief = false }: Props) {
  const { reportDueOn: before, notice, needsReason, tells } = changes
  return (
    <ul className={styles.changes}>
      {deadline && (
        <li>
          <IconCalendarTime size={17} aria-hidden="true" />
          <span>
            Hạn gửi báo cáo: {before && before !== reportDueOn && <s>{formatDate(before)}</s>}{' '}
            <strong>{formatDateWithWeekday(reportDueOn)}</strong>
            {before === reportDueOn && ' (không đổi)'}
          </span>
        </li>
      )}
      {(notice || needsReason) && (
        <li>
          <IconFileText size={17} aria-hidden="true" />
          <span>
            {notice
              ? `Thông báo lịch số ${notice} hết hiệu lực; phải ban hành thông báo mới.`
              : 'Phải ban hành thông báo lịch mới.'}
          </span>
        </li>
      )}
      {tells.length > 0 && (
        <li>
          <IconBell size={17} aria-hidden="true" />
          <span>
            Được báo ngay:{' '}
            {tells.map(({ who, names }, place) => (
              <span key={who}>
                {place > 0 && '; '}
                {who} ({brief ? `${names.length} người` : names.join(', ')})
              </span>
            ))}
            .
          </span>
        </li>
      )}
    </ul>
  )
}
