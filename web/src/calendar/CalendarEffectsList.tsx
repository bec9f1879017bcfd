import type { CalendarEffects, DeadlineEffect } from '@cchc/domain/calendar/contract.ts'
import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { IconCalendarX, IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMay } from '../platform/session.ts'
import { Message } from '../ui/Message.tsx'
import styles from './Calendar.module.css'

const whatNames: Record<DeadlineEffect['what'], string> = { report: 'Gửi báo cáo', conclusion: 'Ban hành kết luận' }
const halfNames = { morning: 'sáng', afternoon: 'chiều' }

/** Exactly what a change of the calendar would move, before it is applied. */
export function CalendarEffectsList({ effects: { deadlines, kept, visits } }: { effects: CalendarEffects }) {
  const mayOpen = useMay('inspection.read')
  if (deadlines.length + kept.length + visits.length === 0)
    return (
      <Message kind="good" lead="Không ảnh hưởng hạn nào.">
        Không có hạn hay buổi kiểm tra nào thay đổi vì việc này.
      </Message>
    )
  return (
    <div className={styles.effects}>
      {visits.length > 0 && (
        <section className={styles.part} aria-label="Buổi kiểm tra rơi vào ngày nghỉ">
          <Message kind="warning" lead={`${visits.length} buổi kiểm tra sẽ rơi vào ngày nghỉ.`}>
            Lịch không tự dời; sau khi áp dụng, dời các buổi này sang ngày làm việc.
          </Message>
          <ul className={styles.list}>
            {visits.map(({ inspectionId, unitName, visitOn, halfDay, announced, rule }) => (
              <li key={inspectionId}>
                {mayOpen ? (
                  <Link to="/lich/$inspectionId" params={{ inspectionId }}>
                    {unitName}
                  </Link>
                ) : (
                  <strong>{unitName}</strong>
                )}
                <span>
                  {halfNames[halfDay]} {formatDateWithWeekday(visitOn)}: {rule}
                  {announced && <small> · đã thông báo lịch, dời thì phải thông báo lại</small>}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.part} aria-label="Hạn thay đổi">
        <h3>
          <IconCalendarX size={17} aria-hidden="true" />
          {deadlines.length === 0 ? 'Không có hạn nào chuyển' : `${deadlines.length} hạn sẽ chuyển`}
        </h3>
        <ul className={styles.list}>
          {deadlines.map((deadline) => (
            <Deadline key={`${deadline.inspectionId} ${deadline.what}`} deadline={deadline} />
          ))}
        </ul>
      </section>
      {kept.length > 0 && (
        <section className={styles.part} aria-label="Hạn giữ nguyên">
          <h3>
            <IconLock size={17} aria-hidden="true" />
            {kept.length} báo cáo đã gửi, giữ hạn cũ
          </h3>
          <ul className={styles.list}>
            {kept.map(({ inspectionId, unitName, from }) => (
              <li key={inspectionId}>
                <span>{unitName}</span>
                <span>
                  Giữ hạn {formatDate(from)} <small>· báo cáo đã được xét theo hạn này</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function Deadline({ deadline }: { deadline: DeadlineEffect }) {
  const { unitName, what, from, to, workingDaysLeft, why, announced } = deadline
  return (
    <li>
      <strong>{unitName}</strong>
      <div>
        {whatNames[what]}: {formatDate(from)} → <strong>{formatDateWithWeekday(to)}</strong>{' '}
        <small className={workingDaysLeft < 0 ? styles.passed : undefined}>
          · {workingDaysLeftInWords(workingDaysLeft)}
          {announced && what === 'report' && ' · đơn vị sẽ được báo'}
        </small>
        <details>
          <summary>Vì sao?</summary>
          {why}
        </details>
      </div>
    </li>
  )
}
