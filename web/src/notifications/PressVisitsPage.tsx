import { upperFirst } from '@cchc/domain/formats/upper-first.ts'
import { visitTimeInWords } from '@cchc/domain/inspections/told-visit.ts'
import type { PressVisit } from '@cchc/domain/notifications/press-contract.ts'
import { IconNews } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Stack } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { CoverageList } from './CoverageList.tsx'
import { pressVisitsQuery } from './data.ts'
import styles from './Notifications.module.css'

/** Buổi được mời: what the press comes for – when, where, whom to ask, and a place for what they published. */
export default function PressVisitsPage() {
  const { data, error } = useQuery(pressVisitsQuery)
  if (error && !data) throw error
  return (
    <Page
      narrow
      title="Buổi kiểm tra được mời"
      subtitle={data ? (data.visits.length === 0 ? 'Chưa có giấy mời' : `${data.visits.length} buổi`) : 'Đang tải…'}
    >
      {!data ? (
        <Card>
          <Skeleton lines={6} />
        </Card>
      ) : data.visits.length === 0 ? (
        <Card>
          <EmptyState icon={<IconNews aria-hidden="true" />} title="Chưa có buổi kiểm tra nào mời bạn">
            Khi Đoàn kiểm tra gửi giấy mời, thời gian, địa điểm và người liên hệ hiện ở đây.
          </EmptyState>
        </Card>
      ) : (
        <Stack>
          {data.visits.map((visit) => (
            <VisitCard key={visit.inspectionId} visit={visit} />
          ))}
        </Stack>
      )}
    </Page>
  )
}

function VisitCard({ visit }: { visit: PressVisit }) {
  const { inspectionId, unitName, visitOn, halfDay, place, number, contact, coverage } = visit
  const when = visitTimeInWords({ on: visitOn, halfDay })
  return (
    <Card title={unitName} aside={number && `Giấy mời số ${number}`}>
      <dl className={styles.facts}>
        <dt>Thời gian</dt>
        <dd>{upperFirst(when)}</dd>
        <dt>Địa điểm</dt>
        <dd>{place}</dd>
        <dt>Liên hệ</dt>
        <dd>{contact}</dd>
      </dl>
      <CoverageList inspectionId={inspectionId} coverage={coverage} title={`Bài đã đăng (${coverage.length})`} />
    </Card>
  )
}
