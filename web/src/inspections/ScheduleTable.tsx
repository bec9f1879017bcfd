import { formatDate, formatDateWithWeekday } from '@cchc/domain/formats/dates.ts'
import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { halfDayNames, type InspectionRow, stages } from '@cchc/domain/inspections/contract.ts'
import { IconCalendarOff, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { describeNext, isNextOverdue } from './next-deadline.ts'
import styles from './Schedule.module.css'
import { StageBadge } from './StageBadge.tsx'
import { scheduleFilters } from './schedule-filters.ts'
import { stageLooks } from './stages.ts'

/** "Thứ Ba 14/07/2026, sáng"; nothing before scheduling. */
function slotOf({ visitOn, halfDay }: InspectionRow): string {
  if (!visitOn) return ''
  const day = formatDateWithWeekday(visitOn)
  const half = halfDay ? `, ${halfDayNames[halfDay].toLowerCase()}` : ''
  return upperFirst(day) + half
}

const columns: Column<InspectionRow>[] = [
  {
    key: 'don-vi',
    header: 'Đơn vị',
    text: (row) => row.unitName,
    oneLine: true,
    render: (row) => (
      <Link to="/lich/$inspectionId" params={{ inspectionId: row.inspectionId }}>
        {row.unitName}
      </Link>
    ),
  },
  {
    key: 'ngay',
    header: 'Ngày kiểm tra',
    text: slotOf,
    sortBy: (row) => row.visitOn && `${row.visitOn} ${row.halfDay === 'afternoon' ? 1 : 0}`,
    oneLine: true,
    render: (row) => slotOf(row) || <span className={styles.quiet}>Chưa xếp</span>,
  },
  {
    key: 'giai-doan',
    header: 'Giai đoạn',
    text: (row) => stageLooks[row.stage].words,
    sortBy: (row) => stages.indexOf(row.stage),
    oneLine: true,
    onCard: 'aside',
    render: (row) => <StageBadge stage={row.stage} />,
  },
  {
    key: 'han-bao-cao',
    header: 'Hạn báo cáo',
    text: (row) => (row.reportDueOn ? formatDate(row.reportDueOn) : ''),
    sortBy: (row) => row.reportDueOn,
    oneLine: true,
  },
  {
    key: 'viec-tiep',
    header: 'Việc tiếp theo, ai đang giữ',
    text: (row) => [describeNext(row.next), row.next?.holder].filter(Boolean).join(' · '),
    sortBy: (row) => row.next?.on ?? null,
    onCard: 'plain',
    render: ({ next }) => (
      <>
        <span className={isNextOverdue(next) ? styles.overdue : undefined}>{describeNext(next) || '–'}</span>
        {next && <span className={styles.holder}>{next.holder}</span>}
      </>
    ),
  },
]

/** The season as a list: sorted, filtered and searched in the address, exported as it is seen. */
export function ScheduleTable({ rows, onAdd }: { rows: readonly InspectionRow[]; onAdd?: () => void }) {
  const [view, setView] = useTableView()
  return (
    <Card flush className={styles.list}>
      <h2 className="hidden-visually">Danh sách cuộc kiểm tra</h2>
      <DataTable
        label="Các cuộc kiểm tra"
        rows={rows}
        rowKey={(row) => row.inspectionId}
        columns={columns}
        filters={scheduleFilters(rows)}
        view={view}
        onView={setView}
        search="Tìm đơn vị, ngày, người giữ việc…"
        exportName="lich-kiem-tra"
        exports={
          onAdd && (
            <Button size="s" icon={<IconPlus size={15} aria-hidden="true" />} onClick={onAdd}>
              Bổ sung đơn vị
            </Button>
          )
        }
        empty={
          <EmptyState icon={<IconCalendarOff aria-hidden="true" />} title="Chưa có cuộc kiểm tra nào">
            Danh sách đơn vị lấy từ quyết định khi đợt kiểm tra được ban hành.
          </EmptyState>
        }
      />
    </Card>
  )
}
