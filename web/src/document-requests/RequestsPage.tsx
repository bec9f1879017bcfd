import { worksForInspectedUnit } from '@cchc/domain/access/permissions.ts'
import { type RequestView, requestKindNames, requestKinds } from '@cchc/domain/document-requests/contract.ts'
import { requestStateNames, requestStates } from '@cchc/domain/document-requests/states.ts'
import { formatDate, formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconFileSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCampaignId, useViewer } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { requestsQuery } from './data.ts'
import { RequestBadge, standingInWords } from './RequestBadge.tsx'

const isLate = ({ workingDaysLeft }: RequestView) => workingDaysLeft !== null && workingDaysLeft < 0

/** Every request for documents: the office's across units, a unit's own. Overdue first. */
export default function RequestsPage() {
  const campaignId = useCampaignId()
  const { data, error } = useQuery({ ...requestsQuery(campaignId ?? ''), enabled: campaignId !== null })
  const [view, setView] = useTableView()
  const isUnit = worksForInspectedUnit(useViewer())
  if (error && !data) throw error
  const rows = campaignId === null ? [] : data?.requests
  return (
    <Page title="Yêu cầu tài liệu" subtitle={rows ? summary(rows) : 'Đang tải…'}>
      <Card flush={Boolean(rows && rows.length > 0)}>
        {rows ? (
          <DataTable
            label="Yêu cầu tài liệu"
            rows={rows}
            rowKey={({ requestId }) => requestId}
            columns={isUnit ? columns.filter(({ key }) => key !== 'don-vi') : columns}
            filters={filters}
            view={view}
            onView={setView}
            search="Tìm nội dung, đơn vị…"
            exportName="yeu-cau-tai-lieu"
            empty={
              <EmptyState icon={<IconFileSearch aria-hidden="true" />} title="Chưa có yêu cầu tài liệu nào">
                {isUnit
                  ? 'Khi Đoàn kiểm tra cần thêm tài liệu hoặc giải trình, yêu cầu và hạn trả lời hiện ở đây.'
                  : 'Mở trang cuộc kiểm tra của một đơn vị, bấm “Yêu cầu tài liệu” để hỏi thêm tài liệu hoặc giải trình.'}
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={8} />
        )}
      </Card>
    </Page>
  )
}

function summary(rows: readonly RequestView[]): string {
  const owed = rows.filter(({ workingDaysLeft }) => workingDaysLeft !== null)
  const late = rows.filter(isLate).length
  const toSee = rows.filter(({ state }) => state === 'answered').length
  return [`${owed.length} chờ trả lời`, `${late} quá hạn`, `${toSee} chờ Đoàn xem`].join(' · ')
}

const columns: Column<RequestView>[] = [
  {
    key: 'noi-dung',
    header: 'Yêu cầu',
    text: ({ kind, title }) => `${requestKindNames[kind]}: ${title}`,
    render: ({ inspectionId, requestId, kind, title }) => (
      <Link to="/lich/$inspectionId" params={{ inspectionId }} search={{ 'yeu-cau': requestId } as never}>
        {requestKindNames[kind]}: {title}
      </Link>
    ),
  },
  { key: 'don-vi', header: 'Đơn vị', text: ({ unitName }) => unitName },
  {
    key: 'han',
    header: 'Hạn',
    text: ({ dueOn }) => formatDate(dueOn),
    sortBy: ({ dueOn }) => dueOn,
    oneLine: true,
  },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    text: standingInWords,
    sortBy: ({ state, workingDaysLeft }) => workingDaysLeft ?? 1000 + requestStates.indexOf(state),
    render: (row) => <RequestBadge request={row} />,
    onCard: 'aside',
  },
  {
    key: 'tra-loi',
    header: 'Trả lời',
    text: ({ answeredAt, verdict, daysLate }) =>
      answeredAt === null
        ? ''
        : `${formatInstant(answeredAt)}, ${verdict === 'late' ? `muộn ${daysLate} ngày làm việc` : 'đúng hạn'}`,
    sortBy: ({ answeredAt }) => answeredAt ?? '',
  },
  { key: 'nguoi', header: 'Người yêu cầu', text: ({ askedBy }) => askedBy },
]

const filters: Filter<RequestView>[] = [
  {
    key: 'trang-thai',
    label: 'Trạng thái',
    options: [
      { value: 'qua-han', label: 'Quá hạn' },
      ...requestStates.map((value) => ({ value, label: requestStateNames[value] })),
    ],
    holds: (row, value) => (value === 'qua-han' ? isLate(row) : row.state === value),
  },
  {
    key: 'loai',
    label: 'Loại',
    options: requestKinds.map((value) => ({ value, label: requestKindNames[value] })),
    holds: (row, value) => row.kind === value,
  },
]
