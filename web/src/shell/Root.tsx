import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import { sessionQuery, useSession } from '../platform/session.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { Frame } from './Frame.tsx'
import { ProblemPage } from './ProblemPage.tsx'

/** Waits for the session, then lets the pages be drawn. */
export function Root() {
  const { data, error, refetch } = useQuery(sessionQuery)
  if (!data) {
    return (
      <main style={{ maxWidth: 640, margin: '12vh auto', padding: '0 16px' }}>
        {error ? <ProblemPage error={error} reset={() => void refetch()} /> : <Skeleton label="Đang mở phần mềm" />}
      </main>
    )
  }
  return (
    <>
      <Outlet />
      <Toasts />
    </>
  )
}

/** Everything behind the sign-in; a stranger is led there and comes back afterwards. */
export function SignedIn() {
  const { viewer } = useSession()
  const next = useRouterState({ select: (state) => state.location.href })
  if (!viewer) return <Navigate to="/sign-in" search={next === '/' ? {} : { next }} replace />
  return (
    <Frame>
      <Outlet />
    </Frame>
  )
}
