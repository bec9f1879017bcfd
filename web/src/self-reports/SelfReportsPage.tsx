import { worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import { workingDaysLeftInWords } from '@cchc/domain/dates/working-days.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import type { InspectionRow } from '@cchc/domain/inspections/contract.ts'
import { selfReportStateNames, selfReportStates } from '@cchc/domain/self-reports/contract.ts'
import { IconAlertTriangle, IconCheck, IconFileText, IconHourglass } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { useCampaignId, useSession, useViewer } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { StatusBadge } from '../ui/StatusBadge.tsx'
import { inspectionsQuery } from './data.ts'
import { type NotedFilter, notedFilters, notedOf, type ReportRow } from './noted.ts'
import styles from './Reports.module.css'
import { reportStateLooks } from './report-states.ts'
import { reportSendingsQuery } from './sending-data.ts'

const title = 'Báo cáo phục vụ kiểm tra'

/** The reports of all units for the office; a unit's own people are led to theirs. */
export default function SelfReportsPage() {
  const { ownInspectionId, ownInspectionReports } = useSession()
  const viewer = useViewer()
  if (worksForInspectedUnit(viewer)) {
    if (ownInspectionId && ownInspectionReports)
      return <Navigate to="/bao-cao/$inspectionId" params={{ inspectionId: ownInspectionId }} replace />
    return (
      <Page title={title}>
        <Card>
          <EmptyState icon={<IconHourglass aria-hidden="true" />} title="Đơn vị chưa có lịch kiểm tra">
            Khi Sở Nội vụ thông báo lịch kiểm tra, đề cương báo cáo của đơn vị sẽ mở ở đây.
          </EmptyState>
        </Card>
      </Page>
    )
  }
  return <ReportList />
}

function ReportList() {
  const campaignId = useCampaignId() ?? ''
  const { data, error } = useQuery(inspectionsQuery(campaignId))
  const { data: sendings } = useQuery(reportSendingsQuery(campaignId))
  const [view, setView] = useTableView()
  if (error && !data) throw error
  const byInspection = new Map(sendings?.sendings.map((sending) => [sending.inspectionId, sending]))
  const rows = data?.inspections
    .filter((row) => row.state !== 'cancelled' && row.kind !== 'unannounced')
    .map((row): ReportRow => ({ ...row, sending: byInspection.get(row.inspectionId) }))
  return (
    <Page title={title} subtitle={rows ? summary(rows) : 'Đang tải…'}>
      <Card flush={Boolean(rows)}>
        {rows ? (
          <DataTable
            label="Báo cáo của các đơn vị"
            rows={rows}
            rowKey={(row) => row.inspectionId}
            columns={columns}
            filters={filters}
            view={view}
            onView={setView}
            search="Tìm đơn vị, trạng thái…"
            exportName="bao-cao-cua-cac-don-vi"
            empty={
              <EmptyState icon={<IconFileText aria-hidden="true" />} title="Đợt kiểm tra chưa có đơn vị nào">
                Danh sách đơn vị lấy từ quyết định khi đợt kiểm tra được ban hành.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={10} />
        )}
      </Card>
    </Page>
  )
}

function summary(rows: readonly InspectionRow[]): string {
  const sent = rows.filter((row) => row.reportSentAt !== null)
  const late = rows.filter(isOverdue).length
  return [
    `${sent.length}/${rows.length} đơn vị đã gửi`,
    late > 0 ? `${late} đơn vị quá hạn` : 'không đơn vị nào quá hạn',
  ].join(' · ')
}

const isOverdue = ({ stage }: InspectionRow) => stage === 'report-late'

const verdictWords = (row: InspectionRow) =>
  row.reportVerdict === 'on-time' ? 'Đúng hạn' : row.reportVerdict === 'late' ? 'Muộn' : ''

/** How far it is to the due date while the report is awaited; when it came, once it has. */
function dueWords(row: InspectionRow): string {
  if (!row.announcedOn) return 'chưa thông báo lịch'
  if (row.reportSentAt) return `gửi ${formatInstant(row.reportSentAt)}`
  const left = row.next?.on === row.reportDueOn ? row.next?.workingDays : null
  return left === null || left === undefined ? '' : workingDaysLeftInWords(left)
}

const columns: Column<ReportRow>[] = [
  {
    key: 'don-vi',
    header: 'Đơn vị',
    text: (row) => row.unitName,
    // Before its schedule notice a unit has no report to open.
    render: (row) =>
      row.announcedOn ? (
        <Link to="/bao-cao/$inspectionId" params={{ inspectionId: row.inspectionId }}>
          {row.unitName}
        </Link>
      ) : (
        row.unitName
      ),
  },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    text: (row) => selfReportStateNames[row.reportState],
    sortBy: (row) => selfReportStates.indexOf(row.reportState),
    render: (row) => {
      const { tone, icon: Icon } = reportStateLooks[row.reportState]
      return (
        <StatusBadge tone={tone} icon={<Icon aria-hidden="true" stroke={2} />}>
          {selfReportStateNames[row.reportState]}
        </StatusBadge>
      )
    },
  },
  {
    key: 'han',
    header: 'Hạn gửi',
    text: (row) => [row.reportDueOn ? formatDate(row.reportDueOn) : '', dueWords(row)].filter(Boolean).join(' · '),
    sortBy: (row) => row.reportDueOn,
    render: (row) => (
      <>
        {row.reportDueOn ? formatDate(row.reportDueOn) : '–'}
        <span className={isOverdue(row) ? styles.overdue : styles.quiet}>{dueWords(row)}</span>
      </>
    ),
  },
  {
    key: 'tien-do',
    header: 'Tiến độ',
    text: (row) => `${Math.round(row.reportProgress)} %`,
    sortBy: (row) => row.reportProgress,
    width: '20%',
    render: (row) => (
      <span className={styles.progress}>
        <span className={styles.bar} aria-hidden="true">
          <span style={{ width: `${row.reportProgress}%` }} />
        </span>
        {Math.round(row.reportProgress)} %
      </span>
    ),
  },
  {
    key: 'ket-qua',
    header: 'Kết quả gửi',
    text: verdictWords,
    render: (row) =>
      row.reportVerdict ? (
        <StatusBadge
          tone={row.reportVerdict === 'late' ? 'late' : 'ok'}
          icon={
            row.reportVerdict === 'late' ? <IconAlertTriangle aria-hidden="true" /> : <IconCheck aria-hidden="true" />
          }
        >
          {verdictWords(row)}
        </StatusBadge>
      ) : isOverdue(row) ? (
        <StatusBadge tone="late" icon={<IconAlertTriangle aria-hidden="true" />}>
          Quá hạn, chưa gửi
        </StatusBadge>
      ) : (
        '–'
      ),
  },
  {
    key: 'ghi-nhan',
    header: 'Gửi lại, gia hạn',
    text: (row) => notedOf(row).join(' · '),
    render: (row) => {
      const noted = notedOf(row)
      if (noted.length === 0) return '–'
      return noted.map((words) => (
        <span key={words} className={styles.noted}>
          {words}
        </span>
      ))
    },
  },
]

const filters: Filter<ReportRow>[] = [
  {
    key: 'trang-thai',
    label: 'Trạng thái',
    options: selfReportStates.map((state) => ({ value: state, label: selfReportStateNames[state] })),
    holds: (row, value) => row.reportState === value,
  },
  {
    key: 'ket-qua',
    label: 'Hạn',
    options: [
      { value: 'on-time', label: 'Đã gửi đúng hạn' },
      { value: 'late', label: 'Đã gửi muộn' },
      { value: 'overdue', label: 'Quá hạn, chưa gửi' },
    ],
    holds: (row, value) => (value === 'overdue' ? isOverdue(row) : row.reportVerdict === value),
  },
  {
    key: 'ghi-nhan',
    label: 'Ghi nhận',
    options: notedFilters.map(({ value, label }) => ({ value, label })),
    holds: (row, value) => notedFilters.find((one: NotedFilter) => one.value === value)?.holds(row) ?? true,
  },
]
