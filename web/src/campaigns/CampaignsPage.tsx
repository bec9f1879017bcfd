import type { CampaignSummary } from '@cchc/domain/campaigns/contract.ts'
import { formatInstant } from '@cchc/domain/formats/dates.ts'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMay } from '../platform/session.ts'
import { useTableView } from '../platform/table-view.ts'
import { Card } from '../ui/Card.tsx'
import { type Column, DataTable, type Filter } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Columns } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CampaignBadge } from './CampaignBadge.tsx'
import styles from './Campaigns.module.css'
import { campaignsQuery } from './data.ts'
import { ImportCard } from './ImportCard.tsx'
import { campaignStates } from './states.ts'

const stateOrder = Object.keys(campaignStates) as CampaignSummary['state'][]

const columnsFor = (mayPrepare: boolean): Column<CampaignSummary>[] => [
  {
    key: 'ten',
    header: 'Đợt kiểm tra',
    text: (row) => row.name,
    render: ({ campaignId, name, state }) => (
      <Link
        to={state === 'draft' && mayPrepare ? '/dot-kiem-tra/$campaignId/ra-soat' : '/dot-kiem-tra/$campaignId'}
        params={{ campaignId }}
      >
        {name}
      </Link>
    ),
  },
  {
    key: 'trang-thai',
    header: 'Trạng thái',
    text: (row) => campaignStates[row.state].words,
    sortBy: (row) => stateOrder.indexOf(row.state),
    oneLine: true,
    onCard: 'aside',
    render: (row) => <CampaignBadge state={row.state} />,
  },
  { key: 'quyet-dinh', header: 'Quyết định', text: (row) => row.decision, oneLine: true },
  {
    key: 'don-vi',
    header: 'Đơn vị',
    align: 'end',
    text: (row) => String(row.unitCount),
    sortBy: (row) => row.unitCount,
  },
  {
    key: 'nhap-luc',
    header: 'Nhập lúc',
    oneLine: true,
    text: (row) => formatInstant(row.createdAt),
    sortBy: (row) => row.createdAt,
  },
]

const filters: Filter<CampaignSummary>[] = [
  {
    key: 'trang-thai',
    label: 'Trạng thái',
    options: stateOrder.map((state) => ({ value: state, label: campaignStates[state].words })),
    holds: (row, value) => row.state === value,
  },
]

/** Đợt kiểm tra: every year's campaign, and the place where a decision becomes the next one. */
export default function CampaignsPage() {
  const mayPrepare = useMay('campaign.prepare')
  const { data, error } = useQuery(campaignsQuery)
  if (error && !data) throw error
  const list = <CampaignList campaigns={data?.campaigns} mayPrepare={mayPrepare} />
  return (
    <Page title="Đợt kiểm tra" subtitle="Mỗi năm một đợt, bắt đầu từ quyết định ban hành kế hoạch kiểm tra">
      {mayPrepare ? (
        <Columns at="minmax(0, 5fr) minmax(300px, 2fr)">
          {list}
          <ImportCard />
        </Columns>
      ) : (
        list
      )}
    </Page>
  )
}

function CampaignList({ campaigns, mayPrepare }: { campaigns?: CampaignSummary[]; mayPrepare: boolean }) {
  const [view, setView] = useTableView()
  if (!campaigns)
    return (
      <Card>
        <Skeleton lines={4} />
      </Card>
    )
  return (
    <Card flush className={styles.list}>
      <h2 className="hidden-visually">Danh sách</h2>
      <DataTable
        label="Các đợt kiểm tra"
        rows={campaigns}
        rowKey={(row) => row.campaignId}
        columns={columnsFor(mayPrepare)}
        filters={campaigns.length > 3 ? filters : []}
        search={campaigns.length > 3 ? 'Tìm đợt kiểm tra…' : false}
        view={view}
        onView={setView}
        exportName="cac-dot-kiem-tra"
        empty={
          <EmptyState icon={<IconCalendarPlus aria-hidden="true" />} title="Chưa có đợt kiểm tra nào">
            {mayPrepare
              ? 'Nhập quyết định của năm để có đợt kiểm tra đầu tiên.'
              : 'Khi thư ký Đoàn ban hành đợt kiểm tra, đợt đó hiện ở đây.'}
          </EmptyState>
        }
      />
    </Card>
  )
}
