import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import type { HalfDay, InspectionView } from '@cchc/domain/inspections/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { chipsOf } from '../platform/counted-days.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { Message } from '../ui/Message.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { WorkingDayStrip } from '../ui/WorkingDayStrip.tsx'
import { ChangeList } from './ChangeList.tsx'
import styles from './ScheduleForm.module.css'
import { slotQuery } from './schedule-data.ts'

interface Props {
  inspection: InspectionView
  visitOn: string | null
  halfDay: HalfDay
}

/** What the chosen half-day breaks and which report deadline it gives, said while the person is still choosing. */
export function SlotCheck({ inspection, visitOn, halfDay }: Props) {
  const { inspectionId } = inspection
  const stands = inspection.visitOn === visitOn && inspection.halfDay === halfDay
  const { data, error } = useQuery({
    ...slotQuery(inspectionId, visitOn ?? '', halfDay),
    // A half-day that stands is not judged again: its day may have come, which breaks nothing.
    enabled: visitOn !== null && !stands,
  })
  return (
    <div className={styles.check} aria-live="polite">
      {visitOn === null ? (
        <p className={styles.quiet}>Chọn ngày để biết có vướng quy định nào không và hạn gửi báo cáo sẽ là ngày nào.</p>
      ) : stands ? (
        <Deadline {...inspection} visitOn={visitOn} before={null} />
      ) : error ? (
        <Message kind="error">{sentenceOf(error)}</Message>
      ) : !data ? (
        <Skeleton lines={3} label="Đang kiểm tra buổi này" />
      ) : (
        <>
          {data.problems.map(({ rule, sentence, blocks }) => (
            <Message key={`${rule} ${sentence}`} kind={blocks ? 'error' : 'warning'}>
              {sentence}
            </Message>
          ))}
          {data.problems.length === 0 && <Message kind="good">Buổi này còn trống, không vướng quy định nào.</Message>}
          {!data.problems.some(({ blocks }) => blocks) && (
            <>
              <Deadline {...data} visitOn={visitOn} before={inspection.reportDueOn} />
              {inspection.visitOn !== null && (
                <ChangeList changes={data.changes} reportDueOn={data.reportDueOn} deadline={false} />
              )}
            </>
          )}
        </>
      )}
    </div>
  )
}

interface DeadlineProps extends Pick<InspectionView, 'counted' | 'reportDueOn' | 'why'> {
  visitOn: string
  /** The deadline that stood until now; null where there was none or it stays. */
  before: string | null
}

function Deadline({ counted, reportDueOn, why, visitOn, before }: DeadlineProps) {
  if (!reportDueOn) return null
  return (
    <div className={styles.deadline}>
      <p>
        Hạn gửi báo cáo: <strong>{formatDateWithWeekday(reportDueOn)}</strong>
        {before && before !== reportDueOn && <span className={styles.quiet}> (đang là {formatDate(before)})</span>}
      </p>
      <WorkingDayStrip label="Các ngày đã đếm" days={chipsOf(counted, reportDueOn, visitOn)} />
      {why && (
        <details className={styles.why}>
          <summary>Vì sao?</summary>
          <p>{why}</p>
        </details>
      )}
    </div>
  )
}
