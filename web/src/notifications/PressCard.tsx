import type { InspectionView } from '@cchc/domain/inspections/contract.ts'
import { openToPress } from '@cchc/domain/notifications/press-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { call } from '../platform/api.ts'
import { queries } from '../platform/queries.ts'
import { sayFailure } from '../platform/say-failure.ts'
import { useMay } from '../platform/session.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Row, Stack } from '../ui/Layout.tsx'
import { useSending } from '../ui/use-sending.ts'
import { CoverageList } from './CoverageList.tsx'
import { pressQuery } from './data.ts'

const InvitationDialog = lazy(() => import('./InvitationDialog.tsx'))

/** Whether the visit is open to the press, who is invited, and what was published. Basis: QĐ 2251/QĐ-UBND, mục IV.4. */
export function PressCard({ inspection }: { inspection: InspectionView }) {
  const { inspectionId } = inspection
  const { data } = useQuery({ ...pressQuery(inspectionId), enabled: useMay('home.read') })
  const [inviting, setInviting] = useState(false)
  const sending = useSending(sayFailure)
  if (!data) return null
  const { mayOpen, mayInvite, invited, coverage } = data
  if (!mayOpen && !mayInvite && !data.openToPress && coverage.length === 0) return null

  const open = () =>
    sending.send(async () => {
      const view = await call(openToPress, { params: { inspectionId }, body: { open: !data.openToPress } })
      queries.setQueryData(pressQuery(inspectionId).queryKey, view)
    })

  return (
    <Card title="Báo chí và khách mời">
      <Stack gap={3}>
        <p>
          {data.openToPress
            ? invited.length === 0
              ? 'Buổi này mở cho báo chí; chưa mời cơ quan nào.'
              : `Buổi này mở cho báo chí. Đã mời: ${invited.map(({ fullName }) => fullName).join(', ')}.`
            : 'Buổi này không mở cho báo chí.'}
        </p>
        {(mayOpen || mayInvite) && (
          <Row>
            {mayOpen && (
              <Button size="s" busy={sending.busy} onClick={() => void open()}>
                {data.openToPress ? 'Thôi mở cho báo chí' : 'Mở cho báo chí'}
              </Button>
            )}
            {mayInvite && (
              <Button size="s" onClick={() => setInviting(true)}>
                Ban hành giấy mời
              </Button>
            )}
          </Row>
        )}
        {(data.openToPress || coverage.length > 0) && (
          <CoverageList inspectionId={inspectionId} coverage={coverage} title={`Bài đã đăng (${coverage.length})`} />
        )}
      </Stack>
      {inviting && (
        <Suspense>
          <InvitationDialog inspection={inspection} openToPress={data.openToPress} onClose={() => setInviting(false)} />
        </Suspense>
      )}
    </Card>
  )
}
