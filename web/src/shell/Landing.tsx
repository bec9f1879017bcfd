import { IconHourglass } from '@tabler/icons-react'
import { Navigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useSession, useViewer } from '../platform/session.ts'
import { Card } from '../ui/Card.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { navigationOf } from './navigation.ts'

const HomePage = lazy(() => import('../inspections/HomePage.tsx'))

/** Starts loading the home page before the session has come. */
export const preloadHome = () => void import('../inspections/HomePage.tsx')

/** The address "/": the control desk for those who see the campaign, else the first place that is the person's own. */
export function Landing() {
  const { campaign, ownInspectionId, ownInspectionReports } = useSession()
  const { permissions } = useViewer()
  const first = navigationOf(permissions).find((item) => item.to !== '/')
  if (campaign && permissions.includes('home.read')) {
    return (
      <Suspense fallback={<Skeleton lines={8} />}>
        <HomePage />
      </Suspense>
    )
  }
  if (ownInspectionId) {
    const to = ownInspectionReports ? '/bao-cao/$inspectionId' : '/lich/$inspectionId'
    return <Navigate to={to} params={{ inspectionId: ownInspectionId }} replace />
  }
  if (first) return <Navigate to={first.to} replace />
  return (
    <Page title={campaign ? 'Trang đầu' : 'Chưa có đợt kiểm tra'}>
      <Card>
        <EmptyState icon={<IconHourglass aria-hidden="true" />} title="Chưa có việc nào dành cho bạn">
          {campaign
            ? 'Khi có việc hoặc thông tin dành cho vai trò của bạn, danh mục bên trái sẽ có chỗ để mở.'
            : 'Khi đợt kiểm tra của năm được ban hành, việc của bạn sẽ hiện ở đây.'}
        </EmptyState>
      </Card>
    </Page>
  )
}
