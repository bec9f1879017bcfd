import type { VisitView } from '@cchc/domain/fieldwork/contract.ts'
import { useEffect, useMemo, useReducer } from 'react'
import { useKeptHere } from '../platform/offline/kept-here.ts'
import { useViewer } from '../platform/session.ts'
import { type VisitDesk, visitDeskOf } from './visit-desk.ts'

/** The desk of this visit, kept in step with what the server says. */
export function useVisitDesk(view: VisitView): VisitDesk {
  const viewer = useViewer()
  const { personId } = viewer
  const desk = useMemo(() => visitDeskOf(view, viewer), [view.inspectionId, personId])
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    desk.absorb(view)
    // Who was removed by somebody else is known from the list alone.
    draw()
  }, [desk, view])
  const keeps = useKeptHere() === personId
  useEffect(() => {
    if (!keeps) return
    let stop = () => {}
    let isOver = false
    void desk.resumeBegun().catch(() => undefined)
    void import('./carried-visit.ts').then(({ followVisit }) => {
      if (isOver) return
      stop = followVisit(desk.place, (outbox) => {
        desk.absorbOutbox(outbox)
        draw()
      })
    })
    return () => {
      isOver = true
      stop()
    }
  }, [desk, keeps])
  return desk
}

/** Draws the component again whenever something of these kinds changes: for lists and counts over a whole saver. */
export function useChanges(savers: readonly { subscribeAny(listener: () => void): () => void }[]): void {
  const [, draw] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    const stops = savers.map((saver) => saver.subscribeAny(draw))
    return () => {
      for (const stop of stops) stop()
    }
  }, [savers])
}
