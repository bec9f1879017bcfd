import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useCampaignId, useMay } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { BusyTimesCard } from './BusyTimesCard.tsx'
import { ownBusyQuery } from './data.ts'

/** Lịch bận: when one cannot take part in a visit; for people of an inspected unit, when their unit cannot receive one. */
export default function OwnBusyPage() {
  const { data, error } = useQuery(ownBusyQuery)
  const campaignId = useCampaignId()
  const seesTeam = useMay('busy-time.read')
  if (error && !data) throw error
  const person = data?.person
  const unit = data?.unit
  return (
    <Page
      title="Lịch bận"
      subtitle={
        unit
          ? 'Những ngày đơn vị khó tiếp Đoàn kiểm tra. Thư ký Đoàn tránh các ngày này khi xếp lịch nếu được.'
          : 'Những ngày bạn không dự được buổi kiểm tra. Người khác chỉ thấy là bận, không thấy lý do.'
      }
      actions={
        seesTeam &&
        campaignId && (
          <Link to="/dot-kiem-tra/$campaignId/doan" params={{ campaignId }} search={{ muc: 'lich-ban' } as never}>
            Lịch bận của cả Đoàn
          </Link>
        )
      }
    >
      {!data && (
        <Card>
          <Skeleton lines={6} />
        </Card>
      )}
      {person && (
        <BusyTimesCard
          title="Lịch bận của tôi"
          subject={{ personId: person.personId, unitCode: null }}
          name={null}
          times={person.times}
          campaignId={campaignId}
        />
      )}
      {unit && (
        <BusyTimesCard
          title={`Lịch bận của ${unit.unitName}`}
          subject={{ personId: null, unitCode: unit.unitCode }}
          name={unit.unitName}
          times={unit.times}
          campaignId={campaignId}
        />
      )}
      {data && !person && !unit && (
        <Card>
          <EmptyState title="Tài khoản này chưa gắn với đơn vị nào">
            Đề nghị quản trị hệ thống gắn tài khoản với đơn vị để ghi lịch bận.
          </EmptyState>
        </Card>
      )}
    </Page>
  )
}
