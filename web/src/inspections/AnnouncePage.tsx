import { IconCalendarOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { receiptsQuery } from '../notifications/data.ts'
import { ReceiptsTable } from '../notifications/ReceiptsTable.tsx'
import { useCampaignId } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { AnnounceDesk } from './AnnounceDesk.tsx'
import { announcementsQuery } from './schedule-data.ts'

/** Thông báo lịch: choose the visits and the way, look at the paper, issue; and see who has opened what was issued. */
export default function AnnouncePage() {
  const campaignId = useCampaignId()
  return (
    <Page
      title="Thông báo lịch kiểm tra"
      subtitle="Ban hành thông báo cho từng đơn vị, một thông báo chung, hoặc thông báo thay đổi"
      above={<Link to="/lich">Lịch kiểm tra</Link>}
    >
      {campaignId ? (
        <Desk campaignId={campaignId} />
      ) : (
        <Card>
          <EmptyState icon={<IconCalendarOff aria-hidden="true" />} title="Chưa có đợt kiểm tra">
            Thông báo lịch có khi quyết định của năm đã thành đợt kiểm tra và các buổi đã được xếp lịch.
          </EmptyState>
        </Card>
      )}
    </Page>
  )
}

function Desk({ campaignId }: { campaignId: string }) {
  const { data, error } = useQuery(announcementsQuery(campaignId))
  const receipts = useQuery(receiptsQuery(campaignId))
  const search = useSearch({ strict: false }) as { xem?: string }
  const navigate = useNavigate()
  if (error && !data) throw error
  const active = search.xem === 'da-xem' ? 'da-xem' : 'ban-hanh'
  return (
    <Tabs
      label="Thông báo lịch"
      tabs={[
        {
          key: 'ban-hanh',
          label: 'Cần ban hành',
          count: data?.visits.filter(({ standing }) => standing !== 'announced').length,
        },
        {
          key: 'da-xem',
          label: 'Chưa xem',
          count: receipts.data?.receipts.filter(({ seen }) => seen.length === 0).length,
        },
      ]}
      active={active}
      onChange={(xem) => void navigate({ to: '/lich/thong-bao', search: { xem }, replace: true })}
    >
      {active === 'da-xem' ? (
        <ReceiptsTable campaignId={campaignId} />
      ) : data ? (
        <AnnounceDesk campaignId={campaignId} visits={data.visits} />
      ) : (
        <Card>
          <Skeleton lines={8} />
        </Card>
      )}
    </Tabs>
  )
}
