import type { RegistrationView, ThematicUnit } from '@cchc/domain/thematic/contract.ts'
import { IconFileSpreadsheet, IconPlus, IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMay, useSession } from '../platform/session.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { registrationsQuery } from './data.ts'
import { OverlapList } from './OverlapList.tsx'
import { RegistrationTable } from './RegistrationTable.tsx'
import { isOver } from './words.ts'

const title = 'Kiểm tra chuyên đề'

/** One unit of a registration with the registration that it belongs to. */
export type UnitOfRegistration = ThematicUnit & { readonly registration: RegistrationView }

/** Kiểm tra chuyên đề: a department's own registrations; for the office all of them, and what overlaps waits for a decision. */
export default function ThematicPage() {
  const { campaign } = useSession()
  if (!campaign) {
    return (
      <Page title={title}>
        <Card>
          <EmptyState icon={<IconStack2 aria-hidden="true" />} title="Chưa có đợt kiểm tra">
            Đăng ký kiểm tra chuyên đề được khi quyết định của năm đã ban hành thành đợt kiểm tra.
          </EmptyState>
        </Card>
      </Page>
    )
  }
  return <Registrations campaignId={campaign.campaignId} />
}

function Registrations({ campaignId }: { campaignId: string }) {
  const { data, error } = useQuery(registrationsQuery(campaignId))
  const mayRegister = useMay('thematic.register')
  const decides = useMay('thematic.decide')
  const proposes = useMay('thematic.propose')
  const search = useSearch({ strict: false }) as { xem?: string }
  const navigate = useNavigate()
  if (error && !data) throw error
  const units = data?.registrations.flatMap((registration) =>
    registration.units.map((unit): UnitOfRegistration => ({ ...unit, registration })),
  )
  const waiting = units?.filter(({ state }) => state === 'registered')
  const sees = decides || proposes
  const view = search.xem ?? (sees && (waiting?.length ?? 0) > 0 ? 'cho-quyet-dinh' : 'dang-ky')
  const show = (xem: string) => void navigate({ to: '.', search: { xem }, replace: true, resetScroll: false })
  const table = units && (
    <Card flush>
      <h2 className="hidden-visually">Danh sách đăng ký</h2>
      <RegistrationTable units={units} own={mayRegister && !sees} />
    </Card>
  )
  return (
    <Page
      title={title}
      subtitle={units ? summary(units, sees) : 'Đang tải…'}
      actions={
        mayRegister && (
          <>
            <ButtonLink to="/chuyen-de/nhap-excel" icon={<IconFileSpreadsheet size={16} aria-hidden="true" />}>
              Nhập từ Excel
            </ButtonLink>
            <ButtonLink kind="primary" to="/chuyen-de/dang-ky" icon={<IconPlus size={16} aria-hidden="true" />}>
              Đăng ký chuyên đề
            </ButtonLink>
          </>
        )
      }
    >
      {!units || !waiting ? (
        <Card>
          <Skeleton lines={8} />
        </Card>
      ) : sees ? (
        <Tabs
          label="Cách xem"
          tabs={[
            { key: 'cho-quyet-dinh', label: 'Chồng chéo, chờ quyết định', count: waiting.length || undefined },
            { key: 'dang-ky', label: 'Mọi đăng ký', count: units.length || undefined },
          ]}
          active={view}
          onChange={show}
        >
          {view === 'cho-quyet-dinh' ? <OverlapList units={waiting} all={units} /> : table}
        </Tabs>
      ) : (
        table
      )}
    </Page>
  )
}

function summary(units: readonly UnitOfRegistration[], sees: boolean): string {
  const standing = units.filter(({ state }) => state !== 'cancelled')
  if (standing.length === 0) return sees ? 'các sở, ngành chưa đăng ký' : 'chưa có đăng ký nào'
  const number = (of: (unit: UnitOfRegistration) => boolean) => standing.filter(of).length
  const parts = [
    `${standing.length} cuộc đăng ký`,
    `${number(({ state }) => state === 'registered')} chờ quyết định`,
    `${number(({ state }) => state === 'merged')} lồng ghép`,
    `${number(({ state }) => state === 'separate' || isOver(state))} kiểm tra riêng`,
  ]
  const exceptions = number(({ exception }) => exception !== null)
  return [...parts, ...(exceptions > 0 ? [`${exceptions} ngoại lệ`] : [])].join(' · ')
}
