import type { CalendarDayView } from '@cchc/domain/calendar/contract.ts'
import { formatDate, formatWeekday } from '@cchc/domain/formats/dates.ts'
import { IconCheck, IconClock, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { ChangeCalendarDialog } from './ChangeCalendarDialog.tsx'
import { DeadlineCard } from './DeadlineCard.tsx'
import { calendarDaysQuery } from './data.ts'
import { RemoveCalendarDayDialog } from './RemoveCalendarDayDialog.tsx'
import { dayKinds, dayStatuses } from './wording.ts'

/** Ngày nghỉ, ngày làm bù: the list that every deadline is counted by, and a place to try a deadline. */
export default function CalendarPage() {
  const { data, error } = useQuery(calendarDaysQuery)
  const [view, setView] = useTableView()
  const mayEdit = useMay('calendar.edit')
  const [edited, setEdited] = useState<CalendarDayView | 'new' | null>(null)
  const [removed, setRemoved] = useState<CalendarDayView | null>(null)
  if (error && !data) throw error
  const days = data?.days ?? []
  const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))].sort()

  return (
    <Page
      title="Ngày nghỉ, ngày làm bù"
      subtitle="Mọi hạn tính theo ngày làm việc đều đếm theo danh sách này. Trước khi đổi một ngày, phần mềm liệt kê đúng những hạn sẽ chuyển."
      actions={
        mayEdit && (
          <Button kind="primary" icon={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEdited('new')}>
            Thêm ngày
          </Button>
        )
      }
    >
      <DeadlineCard />
      <Card flush>
        {data ? (
          <DataTable
            label="Ngày nghỉ, ngày làm bù"
            rows={days}
            rowKey={({ day }) => day}
            view={view}
            onView={setView}
            exportName="ngay-nghi"
            filters={[
              {
                key: 'nam',
                label: 'Năm',
                options: years.map((year) => ({ value: year, label: year })),
                holds: (row, year) => row.day.startsWith(year),
              },
              {
                key: 'loai',
                label: 'Loại',
                options: Object.entries(dayKinds).map(([value, label]) => ({ value, label })),
                holds: (row, kind) => row.kind === kind,
              },
            ]}
            columns={[
              {
                key: 'day',
                header: 'Ngày',
                text: ({ day }) => formatDate(day),
                sortBy: ({ day }) => day,
                render: ({ day }) => <strong>{formatDate(day)}</strong>,
                sortable: true,
                oneLine: true,
              },
              { key: 'weekday', header: 'Thứ', text: ({ day }) => formatWeekday(day), oneLine: true },
              { key: 'kind', header: 'Loại', text: ({ kind }) => dayKinds[kind], sortable: true, oneLine: true },
              { key: 'name', header: 'Tên', text: ({ name }) => name },
              { key: 'basis', header: 'Căn cứ', text: ({ basis }) => basis },
              {
                key: 'status',
                header: 'Hiệu lực',
                text: ({ status }) => dayStatuses[status],
                render: ({ status }) => (
                  <StatusBadge
                    tone={status === 'final' ? 'ok' : status === 'statutory' ? 'work' : 'rest'}
                    icon={
                      status === 'proposed' ? (
                        <IconClock size={14} aria-hidden="true" />
                      ) : (
                        <IconCheck size={14} aria-hidden="true" />
                      )
                    }
                  >
                    {dayStatuses[status]}
                  </StatusBadge>
                ),
                onCard: 'aside',
              },
              ...(mayEdit
                ? [
                    {
                      key: 'act',
                      header: '',
                      headerText: 'Việc',
                      text: () => '',
                      align: 'end' as const,
                      oneLine: true,
                      onCard: 'plain' as const,
                      render: (row: CalendarDayView) => (
                        <>
                          <Button
                            size="s"
                            kind="quiet"
                            aria-label={`Sửa ngày ${formatDate(row.day)}`}
                            onClick={() => setEdited(row)}
                          >
                            Sửa
                          </Button>
                          <IconButton size="s" label={`Bỏ ngày ${formatDate(row.day)}`} onClick={() => setRemoved(row)}>
                            <IconTrash size={16} aria-hidden="true" />
                          </IconButton>
                        </>
                      ),
                    },
                  ]
                : []),
            ]}
            empty={
              <EmptyState title="Chưa có ngày nghỉ nào">
                Thêm các ngày nghỉ lễ, nghỉ bù và ngày làm bù của năm theo thông báo.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={10} />
        )}
      </Card>
      {edited && (
        <ChangeCalendarDialog day={edited === 'new' ? null : edited} days={days} onClose={() => setEdited(null)} />
      )}
      {removed && <RemoveCalendarDayDialog day={removed} days={days} onClose={() => setRemoved(null)} />}
    </Page>
  )
}
