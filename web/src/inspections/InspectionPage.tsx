import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import type { inspectionKinds } from '@cchc/domain/inspections/states.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { RequestsCard } from '../document-requests/RequestsCard.tsx'
import { useNoticeSeen } from '../notifications/data.ts'
import { PressCard } from '../notifications/PressCard.tsx'
import { useMay } from '../platform/session.ts'
import { GuestsCard } from '../thematic/GuestsCard.tsx'
import { Card } from '../ui/Card.tsx'
import { Columns, Stack } from '../ui/Layout.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { DocumentsCard } from './DocumentsCard.tsx'
import { inspectionQuery } from './data.ts'
import { InspectionActions } from './InspectionActions.tsx'
import { InspectionHistory } from './InspectionHistory.tsx'
import { NextCard } from './NextCard.tsx'
import { RecordsCard } from './RecordsCard.tsx'
import { ReportDeadlineCard } from './ReportDeadlineCard.tsx'
import { RosterCard } from './RosterCard.tsx'
import { StageBadge } from './StageBadge.tsx'
import { VisitCard } from './VisitCard.tsx'

const kindNames: Record<(typeof inspectionKinds)[number], string> = {
  planned: 'Kiểm tra theo kế hoạch',
  unannounced: 'Kiểm tra đột xuất',
  thematic: 'Kiểm tra chuyên đề',
}

/** One unit's inspection: where it stands, when and with whom, its deadline, what to do now, and the way to each of its papers. */
export default function InspectionPage() {
  const { inspectionId } = useParams({ strict: false }) as { inspectionId: string }
  const { data, error } = useQuery(inspectionQuery(inspectionId))
  const seesSchedule = useMay('home.read')
  useNoticeSeen(data ? { inspectionId } : null)
  if (error && !data) throw error
  const above = seesSchedule ? <Link to="/lich">Lịch kiểm tra</Link> : <Link to="/">Trang đầu</Link>
  if (!data) {
    return (
      <Page title="Cuộc kiểm tra" above={above} subtitle="Đang tải…">
        <Card>
          <Skeleton lines={6} />
        </Card>
      </Page>
    )
  }
  return <InspectionSheet inspection={data} above={above} />
}

function InspectionSheet({ inspection, above }: { inspection: InspectionView; above: React.ReactNode }) {
  return (
    <Page
      title={inspection.unitName}
      above={above}
      subtitle={
        <>
          {kindNames[inspection.kind]} <StageBadge stage={inspection.stage} />
        </>
      }
      actions={<InspectionActions inspection={inspection} />}
    >
      <Columns at="minmax(0, 3fr) minmax(0, 2fr)">
        <Stack>
          <NextCard inspection={inspection} />
          <VisitCard inspection={inspection} />
          <RecordsCard inspection={inspection} />
          <RosterCard inspection={inspection} />
          <GuestsCard inspectionId={inspection.inspectionId} />
        </Stack>
        <Stack>
          {inspection.kind !== 'unannounced' && <ReportDeadlineCard inspection={inspection} />}
          <RequestsCard inspectionId={inspection.inspectionId} unitName={inspection.unitName} />
          <DocumentsCard inspection={inspection} />
          {inspection.kind === 'planned' && <PressCard inspection={inspection} />}
          <InspectionHistory inspection={inspection} />
        </Stack>
      </Columns>
    </Page>
  )
}
