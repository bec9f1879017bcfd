import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { SessionContext, sessionQuery, useSession } from '../platform/session.ts'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Toasts } from '../ui/Toasts.tsx'
import { Frame } from './Frame.tsx'
import { NotFoundPage, ProblemPage } from './ProblemPage.tsx'

/** A page that stands alone, without the frame. */
const aside = { maxWidth: 640, margin: '12vh auto', padding: '0 16px' }

/** Waits for the session, then lets the pages be drawn. */
export function Root() {
  const { data, error, refetch } = useQuery(sessionQuery)
  if (!data) {
    return (
      <main style={aside}>
        {error ? <ProblemPage error={error} reset={() => void refetch()} /> : <Skeleton label="Đang mở phần mềm" />}
      </main>
    )
  }
  return (
    <SessionContext value={data}>
      <Outlet />
      <Toasts />
    </SessionContext>
  )
}

/** Everything behind the sign-in; a stranger is led there and comes back afterwards. */
export function SignedIn() {
  // Asked anew: whoever has just signed in is led here before the pages around have heard of it.
  const { data: session } = useQuery(sessionQuery)
  if (!session?.viewer) return <ToSignIn />
  return (
    <SessionContext value={session}>
      <Frame>
        <Outlet />
      </Frame>
    </SessionContext>
  )
}

/** An address that leads nowhere, inside the frame for those who are signed in. */
export function Lost() {
  const { viewer } = useSession()
  if (viewer) {
    return (
      <Frame>
        <NotFoundPage />
      </Frame>
    )
  }
  return (
    <main style={aside}>
      <NotFoundPage />
    </main>
  )
}

function ToSignIn() {
  const router = useRouter()
  useEffect(() => {
    // Read once, here: by the next drawing the address is already that of the sign-in.
    const next = router.state.location.href
    if (next.startsWith('/sign-in')) return
    void router.navigate({ to: '/sign-in', search: next === '/' ? {} : { next }, replace: true })
  }, [router])
  return null
}
