import { formatDate } from '@cchc/domain/formats/dates.ts'
import type { SynthesisView } from '@cchc/domain/synthesis/contract.ts'
import { IconHourglass } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense } from 'react'
import { useCampaignId } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Columns } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { synthesisQuery } from './data.ts'
import { FiguresPart } from './FiguresPart.tsx'
import { FindingsPart } from './FindingsPart.tsx'
import { HeatPart } from './HeatPart.tsx'
import { OverviewPart } from './OverviewPart.tsx'
import { useWord } from './use-word.ts'

const ReportPart = lazy(() => import('./ReportPart.tsx'))

const title = 'Tổng hợp'

const parts = [
  { key: 'tong-quan', label: 'Tổng quan' },
  { key: 'so-lieu', label: 'Số liệu' },
  { key: 'don-vi-linh-vuc', label: 'Đơn vị × lĩnh vực' },
  { key: 'phat-hien', label: 'Tồn tại lặp lại, cách làm hay' },
  { key: 'bao-cao', label: 'Báo cáo tổng hợp' },
] as const

/** Tổng hợp: the season across units, every figure open to its sources, and the report drafted from them. */
export default function SynthesisPage() {
  const campaignId = useCampaignId()
  if (campaignId === null)
    return (
      <Page title={title}>
        <Card>
          <EmptyState icon={<IconHourglass aria-hidden="true" />} title="Chưa có đợt kiểm tra nào đang chạy">
            Khi một đợt kiểm tra được ban hành và các đơn vị gửi báo cáo, số liệu được tổng hợp ở đây.
          </EmptyState>
        </Card>
      </Page>
    )
  return <Season campaignId={campaignId} />
}

function Season({ campaignId }: { campaignId: string }) {
  const { data, error } = useQuery(synthesisQuery(campaignId))
  const [asked, open] = useWord('phan')
  if (error && !data) throw error
  if (!data) return <SynthesisSkeleton />
  const shown = parts.find(({ key }) => key === asked)?.key ?? parts[0].key
  return (
    <Page title={title} subtitle={summary(data)}>
      <Tabs label="Phần của tổng hợp" tabs={parts} active={shown} onChange={open}>
        {contents[shown](data)}
      </Tabs>
    </Page>
  )
}

const contents: Record<(typeof parts)[number]['key'], (view: SynthesisView) => ReactNode> = {
  'tong-quan': (view) => <OverviewPart view={view} />,
  'so-lieu': (view) => <FiguresPart view={view} />,
  'don-vi-linh-vuc': (view) => <HeatPart view={view} />,
  'phat-hien': (view) => <FindingsPart view={view} />,
  'bao-cao': (view) => (
    <Suspense fallback={<Skeleton lines={10} />}>
      <ReportPart view={view} />
    </Suspense>
  ),
}

function SynthesisSkeleton() {
  return (
    <Page title={title} subtitle="Đang tải…">
      <Columns at="1fr 1fr 1fr">
        {[1, 2, 3].map((card) => (
          <Card key={card}>
            <Skeleton lines={4} />
          </Card>
        ))}
      </Columns>
      <Card>
        <Skeleton lines={12} />
      </Card>
    </Page>
  )
}

function summary({ asOf, coverage, reports, issued }: SynthesisView): string {
  const done = coverage.reduce((sum, block) => sum + block.done, 0)
  const planned = coverage.reduce((sum, block) => sum + block.planned, 0)
  return [
    `tính đến ${formatDate(asOf)}`,
    `đã kiểm tra ${done}/${planned} đơn vị`,
    `${reports.onTime + reports.late} báo cáo đã gửi`,
    ...(issued ? [`báo cáo tổng hợp số ${issued.number} ngày ${formatDate(issued.issuedOn)}`] : []),
  ].join(' · ')
}
