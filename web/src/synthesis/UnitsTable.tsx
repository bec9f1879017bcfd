import { formatDate } from '@cchc/domain/formats/dates.ts'
import { formatNumber } from '@cchc/domain/formats/numbers.ts'
import type { SynthesisUnit } from '@cchc/domain/synthesis/contract.ts'
import {
  IconAlertTriangle,
  IconBuildingCommunity,
  IconCheck,
  IconClock,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { StatusBadge, type Tone } from '../ui/StatusBadge.tsx'

const reportLooks: Record<SynthesisUnit['report'], { words: string; tone: Tone; icon: TablerIcon }> = {
  'on-time': { words: 'Đúng hạn', tone: 'ok', icon: IconCheck },
  late: { words: 'Chậm', tone: 'wait', icon: IconAlertTriangle },
  missing: { words: 'Chưa gửi', tone: 'late', icon: IconX },
  'not-due': { words: 'Chưa đến hạn', tone: 'rest', icon: IconClock },
}

/** Counts of a visit that has not been made are not noughts. */
const afterVisit = (count: (unit: SynthesisUnit) => number) => (unit: SynthesisUnit) =>
  unit.visitedOn === null ? '' : formatNumber(count(unit))

function figure(key: string, header: string, count: (unit: SynthesisUnit) => number): Column<SynthesisUnit> {
  return {
    key,
    header,
    align: 'end',
    text: afterVisit(count),
    sortBy: (unit) => (unit.visitedOn === null ? null : count(unit)),
  }
}

const columns: Column<SynthesisUnit>[] = [
  {
    key: 'don-vi',
    header: 'Đơn vị',
    text: (unit) => unit.unitName,
    render: ({ inspectionId, unitName }) => (
      <Link to="/lich/$inspectionId" params={{ inspectionId }}>
        {unitName}
      </Link>
    ),
  },
  { key: 'khoi', header: 'Khối', text: (unit) => unit.block, oneLine: true, onCard: 'none' },
  {
    key: 'ngay',
    header: 'Kiểm tra',
    text: (unit) => (unit.visitedOn ? formatDate(unit.visitedOn) : ''),
    sortBy: (unit) => unit.visitedOn,
    oneLine: true,
  },
  {
    key: 'bao-cao',
    header: 'Báo cáo',
    text: (unit) => reportLooks[unit.report].words,
    oneLine: true,
    onCard: 'aside',
    render: ({ report }) => {
      const { words, tone, icon: Icon } = reportLooks[report]
      return (
        <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
          {words}
        </StatusBadge>
      )
    },
  },
  figure('uu-diem', 'Ưu điểm', (unit) => unit.strengths),
  figure('ton-tai', 'Tồn tại', (unit) => unit.shortcomings),
  figure('kien-nghi', 'Kiến nghị', (unit) => unit.recommendations),
  figure('da-xong', 'Đã khắc phục', (unit) => unit.verified),
  {
    key: 'ket-luan',
    header: 'Kết luận',
    text: (unit) => unit.conclusionCode ?? '',
    oneLine: true,
    render: ({ conclusionCode, inspectionId }) =>
      conclusionCode ? (
        <Link to="/ket-luan/$inspectionId" params={{ inspectionId }}>
          {conclusionCode}
        </Link>
      ) : (
        '–'
      ),
  },
]

/** Every unit of the plan with what was done and found there; the very lines of the report's annex. */
export function UnitsTable({ units }: { units: readonly SynthesisUnit[] }) {
  const [view, setView] = useTableView('dv')
  const blocks = [...new Set(units.map(({ block }) => block))]
  const filters: Filter<SynthesisUnit>[] = [
    {
      key: 'khoi',
      label: 'Khối',
      options: blocks.map((block) => ({ value: block, label: block })),
      holds: (unit, value) => unit.block === value,
    },
    {
      key: 'bao-cao',
      label: 'Báo cáo',
      options: Object.entries(reportLooks).map(([value, { words }]) => ({ value, label: words })),
      holds: (unit, value) => unit.report === value,
    },
  ]
  return (
    <Card flush>
      <h2 className="hidden-visually">Kết quả theo đơn vị</h2>
      <DataTable
        label="Kết quả theo đơn vị"
        rows={units}
        rowKey={(unit) => unit.inspectionId}
        columns={columns}
        filters={filters}
        view={view}
        onView={setView}
        search="Tìm đơn vị, số kết luận…"
        exportName="tong-hop-theo-don-vi"
        empty={
          <EmptyState icon={<IconBuildingCommunity aria-hidden="true" />} title="Đợt kiểm tra chưa có đơn vị nào">
            Danh sách đơn vị lấy từ quyết định khi đợt kiểm tra được ban hành.
          </EmptyState>
        }
      />
    </Card>
  )
}
