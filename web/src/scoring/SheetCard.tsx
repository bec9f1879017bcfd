import { useSession } from '../platform/session.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'

/** On the campaign's page: whether it is scored, and the way to its sheet. */
export function SheetCard() {
  const scored = useSession().campaign?.scored ?? false
  return (
    <Card title="Chấm điểm">
      <p style={{ marginBottom: 10 }}>
        {scored
          ? 'Đợt này chấm điểm theo phiếu đã công bố.'
          : 'Đợt này không chấm điểm. Chỉ khi công bố phiếu chấm điểm thì mục Chấm điểm mới hiện ra.'}
      </p>
      <ButtonLink to="/cham-diem/phieu">{scored ? 'Xem phiếu chấm điểm' : 'Soạn phiếu chấm điểm'}</ButtonLink>
    </Card>
  )
}
