import { type DocumentView, documentKindNames, documentKinds } from '@cchc/domain/documents/contract.ts'
import { formatDate } from '@cchc/domain/formats/dates.ts'
import { IconFiles } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCampaignId } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DocumentStateBadge, documentStateNames } from './DocumentStateBadge.tsx'
import styles from './Documents.module.css'
import { documentsQuery } from './data.ts'
import { kindIcons } from './kinds.ts'

/** Văn bản: every document issued in the campaign, with its number, date, unit and file. */
export default function DocumentsPage() {
  const campaignId = useCampaignId()
  const { data, error } = useQuery({ ...documentsQuery(campaignId ?? ''), enabled: campaignId !== null })
  const [view, setView] = useTableView()
  if (error && !data) throw error
  const rows = campaignId === null ? [] : data?.documents
  return (
    <Page title="Văn bản" subtitle={rows ? summary(rows) : 'Đang tải…'}>
      <Card flush={Boolean(rows)}>
        <h2 className="hidden-visually">Danh sách</h2>
        {rows ? (
          <DataTable
            label="Văn bản đã ban hành"
            rows={rows}
            rowKey={(row) => row.documentId}
            columns={columns}
            filters={filtersFor(rows)}
            view={view}
            onView={setView}
            search="Tìm số, đơn vị, người ban hành…"
            exportName="van-ban-da-ban-hanh"
            empty={
              <EmptyState icon={<IconFiles aria-hidden="true" />} title="Chưa có văn bản nào được ban hành">
                Thông báo lịch, biên bản, thông báo kết luận và báo cáo tổng hợp hiện ở đây ngay khi được ban hành từ
                trang của từng việc.
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

function summary(rows: readonly DocumentView[]): string {
  const counts = documentKinds.flatMap((kind) => {
    const count = rows.filter((row) => row.kind === kind).length
    return count === 0 ? [] : [`${count} ${documentKindNames[kind].toLocaleLowerCase('vi')}`]
  })
  return counts.length === 0 ? 'Chưa có văn bản' : counts.join(' · ')
}

/** "215/TB-SNV"; minutes carry no number. */
const numberOf = ({ number }: DocumentView) => number ?? 'Không đánh số'

const columns: Column<DocumentView>[] = [
  {
    key: 'so',
    header: 'Số, ký hiệu',
    text: numberOf,
    sortBy: (row) => (row.number ? Number.parseInt(row.number, 10) : null),
    oneLine: true,
    width: 150,
    render: (row) => (
      <Link to="/van-ban/$documentId" params={{ documentId: row.documentId }}>
        {numberOf(row)}
        <span className="hidden-visually">, {row.title}</span>
      </Link>
    ),
  },
  {
    key: 'ngay',
    header: 'Ngày',
    text: (row) => formatDate(row.issuedOn),
    sortBy: (row) => row.issuedOn,
    oneLine: true,
    width: 110,
  },
  {
    key: 'loai',
    header: 'Loại',
    text: (row) => documentKindNames[row.kind],
    oneLine: true,
    width: 200,
    render: (row) => {
      const Icon = kindIcons[row.kind]
      return (
        <span className={styles.kind}>
          <Icon size={17} aria-hidden="true" /> {documentKindNames[row.kind]}
        </span>
      )
    },
  },
  { key: 'don-vi', header: 'Đơn vị', text: (row) => row.unitName ?? 'Cả đợt kiểm tra' },
  { key: 'nguoi', header: 'Người ban hành', text: (row) => row.issuedBy },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    text: (row) => documentStateNames[row.state],
    oneLine: true,
    onCard: 'aside',
    width: 150,
    render: (row) => <DocumentStateBadge state={row.state} />,
  },
]

function filtersFor(rows: readonly DocumentView[]): Filter<DocumentView>[] {
  const units = [...new Set(rows.flatMap(({ unitName }) => unitName ?? []))].sort((a, b) => a.localeCompare(b, 'vi'))
  return [
    {
      key: 'loai',
      label: 'Loại',
      options: documentKinds
        .filter((kind) => rows.some((row) => row.kind === kind))
        .map((kind) => ({ value: kind, label: documentKindNames[kind] })),
      holds: (row, value) => row.kind === value,
    },
    ...(units.length > 1
      ? [
          {
            key: 'don-vi',
            label: 'Đơn vị',
            options: units.map((name) => ({ value: name, label: name })),
            holds: (row: DocumentView, value: string) => row.unitName === value,
          },
        ]
      : []),
    {
      key: 'trang-thai',
      label: 'Trạng thái',
      options: Object.entries(documentStateNames).map(([value, label]) => ({ value, label })),
      holds: (row, value) => row.state === value,
    },
  ]
}
