import { explainDeadlineOf } from '@cchc/domain/calendar/contract.ts'
import { formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../platform/api.ts'
import { chipsOf } from '../platform/counted-days.ts'
import { sentenceOf } from '../platform/refusal.ts'
import { useSession } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Columns } from '../ui/Layout.tsx'
import { Message } from '../ui/Message.tsx'
import { SelectField } from '../ui/TextFields.tsx'
import { WorkingDayStrip } from '../ui/WorkingDayStrip.tsx'

const counts = Array.from({ length: 15 }, (_, index) => ({
  value: String(index + 1),
  label: `${index + 1} ngày làm việc`,
}))

/** Tries a deadline: a visit's day and how many working days before it, with the very days counted. */
export function DeadlineCard() {
  const { today } = useSession()
  const [visitOn, setVisitOn] = useState<string | null>(today)
  const [days, setDays] = useState('3')
  const { data, error } = useQuery({
    queryKey: ['calendar', 'deadline', visitOn, days],
    queryFn: ({ signal }) =>
      call(explainDeadlineOf, { query: { visitOn: visitOn ?? today, days: Number(days) }, signal }),
    enabled: visitOn !== null,
    placeholderData: (before) => before,
  })
  return (
    <Card title="Thử một hạn">
      <Columns at="minmax(0, 1fr) minmax(0, 1fr) minmax(0, 2fr)">
        <DateField label="Ngày kiểm tra" value={visitOn} onChange={setVisitOn} />
        <SelectField label="Gửi báo cáo trước ít nhất" value={days} onChange={setDays} options={counts} />
        <div aria-live="polite">
          {error ? (
            <Message kind="error">{sentenceOf(error)}</Message>
          ) : (
            data && (
              <>
                <p>
                  Hạn chậm nhất: <strong>{formatDateWithWeekday(data.dueOn)}</strong>
                </p>
                <WorkingDayStrip label="Các ngày đã đếm" days={chipsOf(data.counted, data.dueOn, data.visitOn)} />
                <p>{data.why}</p>
              </>
            )
          )}
        </div>
      </Columns>
    </Card>
  )
}
