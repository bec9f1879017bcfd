import type { UnannouncedPlan, UnannouncedView } from '@cchc/domain/unannounced/contract.ts'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useCampaignId } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { choicesQuery, unannouncedQuery } from './data.ts'
import { PlanForm } from './PlanForm.tsx'

/** Đề xuất kiểm tra đột xuất: a new one. */
export function ProposePage() {
  const campaignId = useCampaignId() ?? ''
  const { data, error } = useQuery({ ...choicesQuery(campaignId), enabled: campaignId !== '' })
  if (error && !data) throw error
  return (
    <Page
      title="Đề xuất kiểm tra đột xuất"
      above={<Link to="/dot-xuat">Kiểm tra đột xuất</Link>}
      subtitle="Gửi Trưởng đoàn quyết định. Ngoài những người được chọn ở dưới, không ai thấy đề xuất này."
      narrow
    >
      {data ? <PlanForm choices={data} campaignId={campaignId} /> : <Waiting />}
    </Page>
  )
}

/** The same form over what stands. */
export function EditUnannouncedPage() {
  const { inspectionId = '' } = useParams({ strict: false })
  const view = useQuery(unannouncedQuery(inspectionId))
  const choices = useQuery({ ...choicesQuery(view.data?.campaignId ?? ''), enabled: view.data !== undefined })
  const error = view.error ?? choices.error
  if (error && !(view.data && choices.data)) throw error
  return (
    <Page
      title="Sửa cuộc kiểm tra đột xuất"
      above={
        <Link to="/dot-xuat/$inspectionId" params={{ inspectionId }}>
          Cuộc kiểm tra đột xuất
        </Link>
      }
      subtitle={
        view.data?.state === 'ordered' &&
        'Đổi đơn vị, lý do, ngày hoặc buổi sau khi có lệnh thì Trưởng đoàn phải ra lệnh lại.'
      }
      narrow
    >
      {view.data && choices.data ? (
        <PlanForm
          key={view.data.revision}
          choices={choices.data}
          campaignId={view.data.campaignId}
          before={{ view: view.data, plan: planOf(view.data) }}
        />
      ) : (
        <Waiting />
      )}
    </Page>
  )
}

function Waiting() {
  return (
    <Card>
      <Skeleton lines={10} />
    </Card>
  )
}

function planOf(view: UnannouncedView): UnannouncedPlan {
  return {
    unitCode: view.unitCode,
    reasons: view.reasons,
    notes: view.notes,
    visitOn: view.visitOn,
    halfDay: view.halfDay,
    places: view.places.map(({ kind, name, address }) => ({ kind, name, address })),
    people: view.people.map(({ personId, fieldKeys }) => ({ personId, fieldKeys })),
    circle: view.circle.map(({ personId }) => personId),
  }
}
