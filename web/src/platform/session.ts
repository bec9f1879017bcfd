import type { Permission } from '@cchc/domain/access/permissions.ts'
import { readSession, type SessionView } from '@cchc/domain/accounts/contract.ts'
import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { call } from './api.ts'
import { keepApplication } from './offline/keep-application.ts'
import { noteViewer, personKeptHere } from './offline/kept-here.ts'
import { queries } from './queries.ts'
import { isReachable } from './reachable.ts'

export type Viewer = NonNullable<SessionView['viewer']>

/** Who is signed in, what day it is for the product, the running campaign. Kept fresh once a minute. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await call(readSession, { signal })
    noteEntered(session)
    return session
  },
  staleTime: 60_000,
  refetchOnWindowFocus: true,
})

/** The session as what is around a page was last drawn with it, so that none is drawn once more for somebody who has just left. */
export const SessionContext = createContext<SessionView | null>(null)

/** The session inside a page: the frame draws pages only once it is known. */
export function useSession(): SessionView {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is for pages, which are drawn after the session is known')
  return session
}

/** The signed-in person, for pages behind the sign-in. */
export function useViewer(): Viewer {
  const { viewer } = useSession()
  if (!viewer) throw new Error('useViewer is for pages behind the sign-in')
  return viewer
}

/** Whether the signed-in person's roles hold a permission; the server asks again. */
export function useMay(permission: Permission): boolean {
  return useSession().viewer?.permissions.includes(permission) ?? false
}

/** The running campaign's id, for pages that are about it; null when there is none yet. */
export function useCampaignId(): string | null {
  return useSession().campaign?.campaignId ?? null
}

/** Whoever carries field work along opens it with this session where nobody answers. */
function noteEntered(session: SessionView): void {
  keepApplication(session)
  noteViewer(session.viewer?.personId ?? null)
  if (personKeptHere() !== null && isReachable())
    void import('./offline/kept-answers.ts').then(({ keepSession }) => keepSession(session)).catch(() => undefined)
}

/** Takes over a session the server has just given, and forgets what another person had seen. */
export function enterSession(session: SessionView): void {
  forgetAllSeen()
  noteEntered(session)
  queries.setQueryData(sessionQuery.queryKey, session)
}

/** Marks the session as over, so that the frame leads to the sign-in. */
export function leaveSession(): void {
  queries.setQueryData(
    sessionQuery.queryKey,
    (session) => session && { ...session, viewer: null, ownInspectionId: null, ownInspectionReports: false },
  )
  noteViewer(null)
  forgetAllSeen()
}

/** The session itself stays: who watches it would not hear of one put in its place. */
function forgetAllSeen(): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] })
}
