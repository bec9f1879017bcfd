import { formatDate } from '@cchc/domain/formats/dates.ts'
import { type InspectionRow, stages } from '@cchc/domain/inspections/contract.ts'
import { IconCalendarOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { SeasonHeader, SeasonRow } from '../ui/Season.tsx'
import type { Season } from '../ui/season-scale.ts'
import styles from './HomePage.module.css'
import { describeNext, isNextOverdue } from './next-deadline.ts'
import { StageBadge } from './StageBadge.tsx'
import { seasonOfRow } from './season-of-row.ts'
import { stageLooks } from './stages.ts'

/** Who has the next move; with the report's progress while it is being written. */
const holderOf = ({ next, stage, reportProgress }: InspectionRow) =>
  next ? next.holder + (stage === 'report-drafting' ? ` · ${Math.round(reportProgress)} %` : '') : ''

function columnsOver(season: Season): Column<InspectionRow>[] {
  return [
    {
      key: 'don-vi',
      header: 'Đơn vị',
      text: (row) => row.unitName,
      render: (row) => (
        <Link to="/lich/$inspectionId" params={{ inspectionId: row.inspectionId }}>
          {row.unitName}
        </Link>
      ),
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
      key: 'han',
      header: 'Hạn tiếp theo',
      text: (row) => describeNext(row.next),
      sortBy: (row) => row.next?.on ?? null,
      oneLine: true,
      onCard: 'plain',
      render: (row) => (
        <span className={isNextOverdue(row.next) ? styles.overdue : undefined}>{describeNext(row.next) || '–'}</span>
      ),
    },
    {
      key: 'giu-viec',
      header: 'Đang giữ việc',
      text: holderOf,
      render: (row) => <span className={styles.holder}>{holderOf(row) || '–'}</span>,
    },
    {
      key: 'ngay',
      header: <SeasonHeader season={season} />,
      headerText: 'Ngày kiểm tra',
      sortable: false,
      width: '21%',
      onCard: 'plain',
      text: (row) => (row.visitOn ? formatDate(row.visitOn) : ''),
      sortBy: (row) => row.visitOn,
      render: (row) => <SeasonRow season={season} {...seasonOfRow(row)} />,
    },
  ]
}

const typeNames: Record<InspectionRow['unitType'], string> = {
  department: 'Sở, ban, ngành',
  ward: 'Phường',
  commune: 'Xã',
  'special-zone': 'Đặc khu',
}

function filtersFor(rows: readonly InspectionRow[]): Filter<InspectionRow>[] {
  const present = stages.filter((stage) => rows.some((row) => row.stage === stage))
  const types = [...new Set(rows.map((row) => row.unitType))]
  return [
    {
      key: 'giai-doan',
      label: 'Giai đoạn',
      options: present.map((stage) => ({ value: stage, label: stageLooks[stage].words })),
      holds: (row, value) => row.stage === value,
    },
    {
      key: 'khoi',
      label: 'Khối',
      options: types.map((type) => ({ value: type, label: typeNames[type] })),
      holds: (row, value) => row.unitType === value,
    },
  ]
}

/** Every unit of the campaign: stage, next deadline, who holds the ball, and its year as a line. */
export function InspectionTable({ rows, season }: { rows: readonly InspectionRow[]; season: Season }) {
  const [view, setView] = useTableView()
  return (
    <Card flush>
      <DataTable
        label="Các đơn vị được kiểm tra"
        rows={rows}
        rowKey={(row) => row.inspectionId}
        columns={columnsOver(season)}
        filters={filtersFor(rows)}
        view={view}
        onView={setView}
        search="Tìm đơn vị, giai đoạn, người giữ việc…"
        exportName="cac-don-vi-kiem-tra"
        empty={
          <EmptyState icon={<IconCalendarOff aria-hidden="true" />} title="Đợt kiểm tra chưa có đơn vị nào">
            Danh sách đơn vị lấy từ quyết định khi đợt kiểm tra được ban hành.
          </EmptyState>
        }
      />
    </Card>
  )
}
