import { formatInstant } from '@cchc/domain/formats/dates.ts'
import {
  type OutlineVersionSummary,
  outlineOriginNames,
  outlineStateNames,
  outlineStates,
} from '@cchc/domain/outlines/contract.ts'
import { IconListDetails, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTableView } from '../platform/table-view.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { outlinesQuery } from './data.ts'
import { NewOutlineDialog } from './NewOutlineDialog.tsx'
import { OutlineBadge } from './OutlineBadge.tsx'

const columns: Column<OutlineVersionSummary>[] = [
  {
    key: 'ten',
    header: 'Đề cương',
    text: (row) => row.title,
    render: ({ outlineVersionId, title }) => (
      <Link to="/quan-tri/de-cuong/$outlineVersionId" params={{ outlineVersionId }}>
        {title}
      </Link>
    ),
  },
  { key: 'nam', header: 'Năm', text: (row) => String(row.year), sortBy: (row) => row.year, oneLine: true },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    text: (row) => outlineStateNames[row.state],
    sortBy: (row) => outlineStates.indexOf(row.state),
    oneLine: true,
    onCard: 'aside',
    render: ({ state }) => <OutlineBadge state={state} />,
  },
  {
    key: 'noi-dung',
    header: 'Nội dung',
    text: (row) => `${row.itemCount} chỉ mục, ${row.checkCount} phép kiểm tra`,
    sortBy: (row) => row.itemCount,
    oneLine: true,
  },
  { key: 'nguon', header: 'Nguồn', text: originWords },
  { key: 'dung-cho', header: 'Đợt đang dùng', text: (row) => row.campaigns.join('; ') || 'chưa đợt nào' },
  { key: 'cap-nhat', header: 'Cập nhật', text: changedWords, sortBy: (row) => row.publishedAt ?? row.savedAt },
]

const filters: Filter<OutlineVersionSummary>[] = [
  {
    key: 'trang-thai',
    label: 'Trạng thái',
    options: outlineStates.map((state) => ({ value: state, label: outlineStateNames[state] })),
    holds: (row, state) => row.state === state,
  },
]

/** Đề cương báo cáo: every version of the outline, and the way to next year's. */
export default function OutlinesPage() {
  const { data, error } = useQuery(outlinesQuery)
  const [view, setView] = useTableView()
  const [asking, setAsking] = useState(false)
  if (error && !data) throw error
  return (
    <Page
      title="Đề cương báo cáo"
      subtitle="Những câu hỏi mà đơn vị trả lời trước buổi kiểm tra. Bản đã công bố không đổi; muốn sửa, soạn bản mới."
      actions={
        <Button
          kind="primary"
          icon={<IconPlus size={16} aria-hidden="true" />}
          disabled={!data}
          onClick={() => setAsking(true)}
        >
          Soạn bản mới
        </Button>
      }
    >
      <Card flush={Boolean(data)}>
        {data ? (
          <DataTable
            label="Các bản đề cương"
            rows={data.outlines}
            rowKey={(row) => row.outlineVersionId}
            columns={columns}
            filters={data.outlines.length > 3 ? filters : []}
            search={data.outlines.length > 3 ? 'Tìm đề cương…' : false}
            view={view}
            onView={setView}
            exportName="cac-ban-de-cuong"
            empty={
              <EmptyState icon={<IconListDetails aria-hidden="true" />} title="Chưa có đề cương nào">
                Bấm “Soạn bản mới” rồi chọn tệp Word của đề cương, hoặc bắt đầu từ bản trống.
              </EmptyState>
            }
          />
        ) : (
          <Skeleton lines={6} />
        )}
      </Card>
      {asking && data && <NewOutlineDialog outlines={data.outlines} onClose={() => setAsking(false)} />}
    </Page>
  )
}

function originWords({ origin, sourceFileName }: OutlineVersionSummary): string {
  return sourceFileName ? `${outlineOriginNames[origin]} (${sourceFileName})` : outlineOriginNames[origin]
}

function changedWords({ publishedAt, publishedBy, savedAt, savedBy }: OutlineVersionSummary): string {
  if (publishedAt) return ['Công bố', formatInstant(publishedAt), publishedBy].filter(Boolean).join(' ')
  return savedAt ? ['Lưu', formatInstant(savedAt), savedBy].filter(Boolean).join(' ') : ''
}
