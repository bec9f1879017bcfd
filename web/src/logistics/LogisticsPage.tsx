import { IconCar } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCampaignId, useMay } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { LedgerPart } from './LedgerPart.tsx'
import { TransportPart } from './TransportPart.tsx'

/** Xe và kinh phí: shared transport by visit day, and the campaign's ledger. */
export default function LogisticsPage() {
  const campaignId = useCampaignId()
  const mayReadMoney = useMay('ledger.read')
  const search = useSearch({ strict: false }) as { xem?: string }
  const navigate = useNavigate()
  const view = mayReadMoney && search.xem === 'kinh-phi' ? 'kinh-phi' : 'xe'
  if (!campaignId)
    return (
      <Page title="Xe và kinh phí">
        <Card>
          <EmptyState icon={<IconCar aria-hidden="true" />} title="Chưa có đợt kiểm tra">
            Xe và kinh phí được ghi theo đợt kiểm tra; nhập và ban hành quyết định của năm trước.
          </EmptyState>
        </Card>
      </Page>
    )
  return (
    <Page title="Xe và kinh phí" subtitle="Xe đi chung theo ngày kiểm tra; dự toán và khoản đã chi của đợt kiểm tra.">
      <Tabs
        label="Xe và kinh phí"
        tabs={[{ key: 'xe', label: 'Xe đi chung' }, ...(mayReadMoney ? [{ key: 'kinh-phi', label: 'Kinh phí' }] : [])]}
        active={view}
        onChange={(next) =>
          void navigate({ to: '.', replace: true, resetScroll: false, search: next === 'xe' ? {} : { xem: next } })
        }
      >
        {view === 'xe' ? <TransportPart campaignId={campaignId} /> : <LedgerPart campaignId={campaignId} />}
      </Tabs>
    </Page>
  )
}
